package org.ncsoversight.evidence.exchange.importing;

import org.ncsoversight.evidence.model.FieldError;

/** A table or a ZIP that cannot be used at all, whatever its rows say. */
final class FileRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String code;
    private final String words;

    private FileRefused(String field, String code, String words) {
        super(code);
        this.field = field;
        this.code = code;
        this.words = words;
    }

    static FileRefused table(String code, String words) {
        return new FileRefused("table", code, words);
    }

    static FileRefused zip(String code, String words) {
        return new FileRefused("files", code, words);
    }

    FieldError error() {
        return new FieldError(field, code, words);
    }
}
