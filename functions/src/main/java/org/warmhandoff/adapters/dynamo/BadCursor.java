package org.warmhandoff.adapters.dynamo;

/** A cursor that we did not make, or made for another list. */
public final class BadCursor extends IllegalArgumentException {

    BadCursor() {
        super("not a cursor of this list");
    }
}
