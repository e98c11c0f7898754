package org.warmhandoff.adapters.dynamo;

/** The sparse indexes. An index trails the table, so no decision rests on one: read the item again, consistently, before acting. */
public enum Index {
    /** Boxes and lists, newest first. */
    G1(true),
    /** The same by status. */
    G2(true),
    /** By client. */
    G3(true),
    /** What is owed, by shard and next look. Keys only. */
    DUE(false);

    private final boolean projectsRow;

    Index(boolean projectsRow) {
        this.projectsRow = projectsRow;
    }

    /** The attribute that holds the partition key. */
    public String partition() {
        return name() + "PK";
    }

    /** The attribute that holds the sort key. */
    public String sort() {
        return name() + "SK";
    }

    /** Whether a query finds {@code row} beside the keys. */
    public boolean projectsRow() {
        return projectsRow;
    }
}
