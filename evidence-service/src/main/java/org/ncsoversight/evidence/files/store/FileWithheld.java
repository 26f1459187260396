package org.ncsoversight.evidence.files.store;

import org.ncsoversight.evidence.files.model.FileScan;

/** A file is not given to anybody: it waits for its virus scan, or a virus was found in it. */
public final class FileWithheld extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient FileScan scan;

    public FileWithheld(FileScan scan) {
        super("file %s is %s".formatted(scan.file(), scan.state().word()));
        this.scan = scan;
    }

    public FileScan scan() {
        return scan;
    }
}
