package org.ncsoversight.evidence.store;

import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.files.store.FileScans;
import org.ncsoversight.evidence.files.store.FileStore;
import org.ncsoversight.evidence.files.store.FileStoreContract;

class InMemoryFileStoreTest extends FileStoreContract {

    private final InMemoryFileScans scans = new InMemoryFileScans(ScanState.QUARANTINED);
    private final FileStore store = new InMemoryFileStore(scans);

    @Override
    protected FileStore store() {
        return store;
    }

    @Override
    protected FileScans scans() {
        return scans;
    }
}
