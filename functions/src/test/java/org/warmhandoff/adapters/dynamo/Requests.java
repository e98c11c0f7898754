package org.warmhandoff.adapters.dynamo;

import org.warmhandoff.listing.UpdateRequest;

/** Puts a receiver's request for an update into a table, for tests of other packages. */
public final class Requests {

    private Requests() {}

    public static void put(Table table, UpdateRequest request) {
        table.write(UpdateRequestItem.create(request));
    }
}
