package org.ncsoversight.criteria.standard.guidance;

/** A file is not what it should be, in the line named; the code is stable. */
public final class DamagedFile extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String code;

    public DamagedFile(int line, String code, String message) {
        super(message);
        this.line = line;
        this.code = code;
    }

    public int line() {
        return line;
    }

    public String code() {
        return code;
    }
}
