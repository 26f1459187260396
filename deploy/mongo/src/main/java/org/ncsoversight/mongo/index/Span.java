package org.ncsoversight.mongo.index;

/** Neighbouring keys: from the first, which belongs to it, to the end, which does not. */
record Span(SortKey from, SortKey end) {

    /** Above the last type of value there is no key. */
    static final Span EVERYTHING = new Span(SortKey.EMPTY, SortKey.fromBytes(new byte[] {(byte) 0xFF}));

    static Span ofAllThatStartWith(SortKey beginning) {
        return new Span(beginning, beginning.afterAllThatStartLikeThis());
    }

    Span after(SortKey beginning) {
        return new Span(beginning.then(from), beginning.then(end));
    }

    /** Empty, with its end before its beginning, if they have nothing in common. */
    Span overlap(Span other) {
        return new Span(
                from.compareTo(other.from) > 0 ? from : other.from, end.compareTo(other.end) < 0 ? end : other.end);
    }
}
