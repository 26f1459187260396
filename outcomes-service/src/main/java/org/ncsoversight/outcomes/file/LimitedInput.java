package org.ncsoversight.outcomes.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a stream that goes on for too long. */
final class LimitedInput extends FilterInputStream {

    /** More came than was allowed. */
    static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1;
    }

    private long left;

    LimitedInput(InputStream in, long limitInBytes) {
        super(in);
        left = limitInBytes;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        return value < 0 ? value : counted(1, value);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        return count < 0 ? count : counted(count, count);
    }

    private int counted(int count, int result) throws TooLarge {
        left -= count;
        if (left < 0) {
            throw new TooLarge();
        }
        return result;
    }
}
