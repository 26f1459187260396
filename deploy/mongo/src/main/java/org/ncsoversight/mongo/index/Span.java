package org.ncsoversight.mongo.index;

import java.util.stream.Stream;

/** Neighbouring keys: from the first, which belongs to it, to the end, which does not. */
record Span(SortKey from, SortKey end) {

    /** Above the last type of value there is no key. */
    static final Span EVERYTHING = new Span(SortKey.EMPTY, ofOneByte(0xFF));

    static Span ofAllThatStartWith(SortKey beginning) {
        return new Span(beginning, beginning.afterAllThatStartLikeThis());
    }

    static Stream<Span> ofUnsortedTypes() {
        return Stream.of(SortKeyWriter.UNSORTED_TYPES).map(types -> new Span(ofOneByte(types[0]), ofOneByte(types[1])));
    }

    private static SortKey ofOneByte(int type) {
        return SortKey.fromBytes(new byte[] {(byte) type});
    }

    Span after(SortKey beginning) {
        return new Span(beginning.then(from), beginning.then(end));
    }

    boolean contains(SortKey key) {
        return from.compareTo(key) <= 0 && key.compareTo(end) < 0;
    }

    /** Empty, with its end before its beginning, if they have nothing in common. */
    Span overlap(Span other) {
        return new Span(
                from.compareTo(other.from) > 0 ? from : other.from, end.compareTo(other.end) < 0 ? end : other.end);
    }
}
