package org.ncsoversight.tables.workbook;

import java.io.IOException;
import java.io.InputStream;

/** Counts the entries of a ZIP as it goes by, before anything keeps the whole list of them in memory. */
public final class ZipDirectory {

    private static final int BUFFER_IN_BYTES = 1 << 16;
    private static final int MARK_OF_AN_ENTRY = 0x504B0102;

    private ZipDirectory() {}

    /**
     * Never says fewer than any program would find, whatever the file states; a few more where packed content looks like the
     * mark of an entry.
     */
    public static boolean hasAtMost(int entries, InputStream zip) throws IOException {
        var buffer = new byte[BUFFER_IN_BYTES];
        int window = 0;
        int found = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            for (int i = 0; i < read; i++) {
                window = window << Byte.SIZE | Byte.toUnsignedInt(buffer[i]);
                if (window == MARK_OF_AN_ENTRY && ++found > entries) {
                    return false;
                }
            }
        }
        return true;
    }
}
