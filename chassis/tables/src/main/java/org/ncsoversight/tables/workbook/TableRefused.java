package org.ncsoversight.tables.workbook;

import java.io.IOException;

/** Carries a refusal out of whatever reads at that moment. */
final class TableRefused extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    TableRefused(Refusal refusal) {
        super(refusal.message());
        this.refusal = refusal;
    }

    static TableRefused file(String code, String message) {
        return new TableRefused(Refusal.ofFile(code, message));
    }

    Refusal refusal() {
        return refusal;
    }
}
