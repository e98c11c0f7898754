package org.warmhandoff.adapters.dynamo;

class DynamoDirectoryTest extends DirectoryContract {

    @Override
    Table fresh() {
        return EmbeddedDynamo.freshTable();
    }
}
