package org.ncsoversight.evidence.store;

import org.ncsoversight.evidence.model.ScanState;

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
