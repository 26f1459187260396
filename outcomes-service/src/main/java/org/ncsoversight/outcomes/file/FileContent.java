package org.ncsoversight.outcomes.file;

import java.util.List;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;
import org.ncsoversight.tables.workbook.Refusal;

/** What reading a file came to. */
public sealed interface FileContent {

    /**
     * Every row was looked at.
     *
     * @param sha256 of the bytes, in hexadecimal
     * @param rows how many there are below the headings
     * @param good the claims without any fault, with version 0 because nobody has numbered them yet
     * @param badRows the faults, as many of them as are kept
     * @param faults how many faults there are in all
     * @param readAs how the file was read
     */
    record Rows(String sha256, int rows, List<Claim> good, List<BadRow> badRows, int faults, ReadAs readAs)
            implements FileContent {

        public int rejectedRows() {
            return rows - good.size();
        }
    }

    /** Reading stopped. */
    record Unreadable(Refusal refusal) implements FileContent {}
}
