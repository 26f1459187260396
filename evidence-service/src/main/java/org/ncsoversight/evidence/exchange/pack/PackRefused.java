package org.ncsoversight.evidence.exchange.pack;

import org.jspecify.annotations.Nullable;

/** Something in a pack is not as it must be; nothing of the pack is kept. */
public final class PackRefused extends Exception {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String words;
    private final @Nullable String entry;

    /**
     * @param code stable, for programs
     * @param entry the entry of the ZIP it is about, if any
     */
    public PackRefused(String code, @Nullable String entry, String message) {
        super(message);
        this.code = code;
        this.words = message;
        this.entry = entry;
    }

    public String words() {
        return words;
    }

    public String code() {
        return code;
    }

    @Nullable
    public String entry() {
        return entry;
    }
}
