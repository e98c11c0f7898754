package org.warmhandoff.adapters.dynamo;

import org.junit.jupiter.api.extension.ExtendWith;
import org.warmhandoff.deploy.ImagesPresent;

/** The same contract as in memory and in DynamoDB Local, now in LocalStack. */
@ExtendWith(ImagesPresent.class)
class LocalStackTableTest extends TableContract {

    @Override
    Table fresh() {
        return LocalStackTables.freshTable();
    }
}
