package org.warmhandoff.local.wire;

import org.warmhandoff.local.http.Request;
import org.warmhandoff.local.http.Response;

/** One service behind the wire. */
interface Service {

    /** The operation that the request calls. */
    String operation(Request request);

    Response answer(Request request);

    /** The error as this service words it. */
    Response error(WireError error);

    /** What it says to somebody who calls too often. */
    WireError throttled();
}
