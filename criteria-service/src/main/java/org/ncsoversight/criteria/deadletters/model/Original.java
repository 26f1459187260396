package org.ncsoversight.criteria.deadletters.model;

import java.util.List;
import java.util.Optional;

/** The record itself, as far as its letter kept it. */
public record Original(Optional<Bytes> key, Optional<Bytes> value, List<Header> headers) {

    /** Bytes that nobody changes. */
    public static final class Bytes {

        private final byte[] content;

        public Bytes(byte[] content) {
            this.content = content.clone();
        }

        public byte[] content() {
            return content.clone();
        }

        public int length() {
            return content.length;
        }
    }

    /** A header of its own; names may repeat. */
    public record Header(String name, Bytes value) {}
}
