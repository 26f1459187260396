package org.ncsoversight.mongo.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A value, or several in a row, as bytes: equal values give equal bytes, and bytes sort as the values do.
 *
 * <p>No value's bytes are the beginning of another value's. So keys can be put one behind the other, and all keys that
 * begin with the same values lie next to each other.
 */
public final class SortKey implements Comparable<SortKey> {

    static final SortKey EMPTY = new SortKey(new byte[0]);

    private final byte[] bytes;

    private SortKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The key of one value; null and missing are the same. */
    public static SortKey of(@Nullable Object value) {
        return new SortKey(new SortKeyWriter().write(value).toByteArray());
    }

    /** What the keys of all values of this one's type begin with. */
    static SortKey typeOf(Object value) {
        return new SortKey(new byte[] {(byte) SortKeyWriter.typeOf(value)});
    }

    static SortKey fromBytes(byte[] bytes) {
        return new SortKey(bytes);
    }

    public int length() {
        return bytes.length;
    }

    byte[] toBytes() {
        return bytes;
    }

    SortKey then(SortKey next) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
        System.arraycopy(next.bytes, 0, joined, bytes.length, next.bytes.length);
        return new SortKey(joined);
    }

    boolean startsWith(SortKey beginning) {
        return bytes.length >= beginning.bytes.length
                && Arrays.equals(bytes, 0, beginning.bytes.length, beginning.bytes, 0, beginning.bytes.length);
    }

    /** The least key above all keys that begin with this one. */
    SortKey afterAllThatStartLikeThis() {
        int last = bytes.length - 1;
        while (bytes[last] == (byte) 0xFF) {
            last--;
        }
        byte[] next = Arrays.copyOf(bytes, last + 1);
        next[last]++;
        return new SortKey(next);
    }

    @Override
    public int compareTo(SortKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SortKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
