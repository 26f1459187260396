package org.ncsoversight.mongo.storage;

import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/** The open file. If it cannot be written it closes itself, and has to be opened again. */
public record Storage(MVStore store, Journal journal, CompleteIndexes completeIndexes) {

    public static Storage open(Path file, long cacheInBytes, DiskSpace disk) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize((int) (cacheInBytes >> 20))
                .autoCommitDisabled()
                .autoCommitBufferSize(0) // Else it would commit in the middle of a large change.
                .open();
        store.setVersionsToKeep(0);
        store.setRetentionTime(0);
        return new Storage(store, new Journal(store, disk), new CompleteIndexes(store));
    }

    public boolean isClosed() {
        return store.isClosed();
    }

    public long sizeInBytes() {
        return store.getFileStore().size();
    }
}
