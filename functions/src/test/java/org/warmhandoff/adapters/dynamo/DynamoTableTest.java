package org.warmhandoff.adapters.dynamo;

class DynamoTableTest extends TableContract {

    @Override
    Table fresh() {
        return EmbeddedDynamo.freshTable();
    }
}
