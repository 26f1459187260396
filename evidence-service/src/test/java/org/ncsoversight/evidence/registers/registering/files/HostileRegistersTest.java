package org.ncsoversight.evidence.registers.registering.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.HostileFiles;
import org.ncsoversight.evidence.registers.model.Registers;

class HostileRegistersTest {

    private static final String HEADINGS = "reference,role,held\n";

    @Test
    void a_number_of_a_billion_digits_and_a_column_that_does_not_exist_are_refused() {
        byte[] number = HostileFiles.workbookWith(HEADINGS, "<row r=\"2\"><c r=\"C2\"><v>1E999999999</v></c></row>");
        byte[] column = HostileFiles.workbookWith(HEADINGS, "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>");

        assertThat(number).hasSizeLessThan(4_000);
        assertThat(takes(number)).isFalse();
        assertThat(takes(column)).isFalse();
        assertThat(takes(HostileFiles.workbookWith(HEADINGS, ""))).isTrue();
    }

    @Test
    void every_file_is_read_or_refused() {
        HostileFiles.assertAllReadOrRefused(
                1_500, random -> HostileFiles.workbook(random, HEADINGS), HostileRegistersTest::takes);
        HostileFiles.assertAllReadOrRefused(
                500, random -> HostileFiles.csv(random, HEADINGS), HostileRegistersTest::takes);
    }

    private static boolean takes(byte[] file) {
        try {
            return RowFile.of(file, Registers.ADVISERS, 2_000).lines().size() <= 2_000;
        } catch (RowFile.Unreadable _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
