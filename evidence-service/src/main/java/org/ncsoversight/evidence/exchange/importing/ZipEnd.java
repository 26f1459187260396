package org.ncsoversight.evidence.exchange.importing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the end of a ZIP says of the list of its entries. With ZIP64, which no import needs, a count or size there is the
 * largest there can be, and so more than any limit.
 *
 * @param directoryAt where the list begins, counted back from where it ends
 */
record ZipEnd(int entries, long directoryInBytes, long directoryAt) {

    private static final int SIGNATURE = 0x06054b50;
    private static final int LENGTH_IN_BYTES = 22;
    private static final int LONGEST_COMMENT_IN_BYTES = 0xFFFF;
    private static final int COUNT_AT = 10;
    private static final int SIZE_AT = 12;
    private static final int COMMENT_LENGTH_AT = 20;

    /**
     * The last record there is, which is the one that counts; empty where there is none or its comment does not end where
     * the file ends, because programs then differ in which record they believe.
     */
    static Optional<ZipEnd> of(Path zip) throws IOException {
        try (var file = new RandomAccessFile(zip.toFile(), "r")) {
            long length = Math.min(file.length(), LENGTH_IN_BYTES + LONGEST_COMMENT_IN_BYTES);
            var bytes = new byte[(int) length];
            file.seek(file.length() - length);
            file.readFully(bytes);
            var tail = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = bytes.length - LENGTH_IN_BYTES; at >= 0; at--) {
                if (tail.getInt(at) == SIGNATURE) {
                    int comment = Short.toUnsignedInt(tail.getShort(at + COMMENT_LENGTH_AT));
                    long size = Integer.toUnsignedLong(tail.getInt(at + SIZE_AT));
                    var end = new ZipEnd(
                            Short.toUnsignedInt(tail.getShort(at + COUNT_AT)),
                            size,
                            file.length() - length + at - size);
                    return at + LENGTH_IN_BYTES + comment == bytes.length ? Optional.of(end) : Optional.empty();
                }
            }
            return Optional.empty();
        }
    }
}
