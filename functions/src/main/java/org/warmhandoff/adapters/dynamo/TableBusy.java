package org.warmhandoff.adapters.dynamo;

/** The table did not take it: conflicts, load or a lost connection, after several tries. Whether it was written is not known: read, or do the whole again. */
public final class TableBusy extends RuntimeException {

    public TableBusy(String what) {
        super(what);
    }

    TableBusy(String what, Throwable cause) {
        super(what, cause);
    }
}
