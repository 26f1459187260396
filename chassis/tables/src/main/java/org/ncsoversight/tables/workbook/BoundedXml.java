package org.ncsoversight.tables.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one part as they unpack, counted. A parser holds one token in memory at a time, a tag with its attributes or a
 * stretch of text, so no token may be longer than any honest one.
 */
final class BoundedXml extends FilterInputStream {

    private static final int LONGEST_TOKEN_IN_BYTES = 1 << 18;
    private static final int IGNORED_RATIO_IN_BYTES = 1 << 20;
    private static final int LARGEST_RATIO = 250;

    /** Bytes left for all parts of a file together. */
    static final class Budget {
        private long left;

        Budget(long bytes) {
            this.left = bytes;
        }
    }

    private final Budget budget;
    private final long packedBytes;
    private long unpacked;
    private int token;
    // What a tag began with where it ends in its own way: a comment, a character section, an instruction.
    private int special;
    private int last;
    private int beforeLast;
    private @Nullable TableRefused refused;

    BoundedXml(InputStream part, long packedBytes, Budget budget) {
        super(part);
        this.packedBytes = Math.max(1, packedBytes);
        this.budget = budget;
    }

    /** What stopped the parser, which tells of it in words of its own. */
    @Nullable
    TableRefused refused() {
        return refused;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
            look(read);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        if (read > 0) {
            count(read);
            for (int i = from; i < from + read; i++) {
                look(into[i]);
            }
        }
        return read;
    }

    private void count(int bytes) throws TableRefused {
        unpacked += bytes;
        budget.left -= bytes;
        boolean swells = unpacked > IGNORED_RATIO_IN_BYTES && unpacked / packedBytes > LARGEST_RATIO;
        if (budget.left < 0 || swells) {
            throw refuse("unpacks-to-too-much", "The file unpacks to far more than it should");
        }
    }

    private void look(int next) throws TableRefused {
        boolean kindFollows = special == '!' && last == '!' && beforeLast == '<';
        boolean beginsSpecial = special == 0 && last == '<' && (next == '!' || next == '?');
        if (kindFollows || beginsSpecial) {
            special = next;
        }
        boolean begins = special == 0 && next == '<';
        boolean endsSpecial = next == '>'
                && switch (special) {
                    case '?' -> last == '?';
                    case '-' -> last == '-' && beforeLast == '-';
                    case '[' -> last == ']' && beforeLast == ']';
                    default -> false;
                };
        if (endsSpecial) {
            special = 0;
        }
        token = begins || endsSpecial ? 0 : token + 1;
        if (token > LONGEST_TOKEN_IN_BYTES) {
            throw refuse("text-too-long", "The file holds a text that is longer than a cell can be");
        }
        beforeLast = last;
        last = next;
    }

    private TableRefused refuse(String code, String message) {
        refused = TableRefused.file(code, message);
        return refused;
    }
}
