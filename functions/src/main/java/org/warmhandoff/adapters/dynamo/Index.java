package org.warmhandoff.adapters.dynamo;

/** The sparse indexes. An index trails the table, so no decision rests on one: read the item again, consistently, before acting. */
public enum Index {
    /** Boxes and lists, newest first. */
    G1("GSI1", true),
    /** The same by status. */
    G2("GSI2", true),
    /** By client. */
    G3("GSI3", true),
    /** What is owed, by shard and next look. Keys only. */
    DUE("DUE", false);

    private final String indexName;
    private final boolean projectsRow;

    Index(String indexName, boolean projectsRow) {
        this.indexName = indexName;
        this.projectsRow = projectsRow;
    }

    /** The name of the index itself: DynamoDB takes none under three characters. */
    public String indexName() {
        return indexName;
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
