package org.warmhandoff.adapters.dynamo;

class MemoryDirectoryTest extends DirectoryContract {

    @Override
    Table fresh() {
        return new MemoryTable();
    }
}
