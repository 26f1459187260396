package org.ncsoversight.evidence.exchange.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.evidence.HostileFiles;
import org.springframework.util.unit.DataSize;

class HostileImportsTest {

    private static final String HEADINGS = String.join(",", ImportColumn.headings()) + "\n";
    private static final ImportLimits LIMITS = new ImportLimits(
            500, DataSize.ofMegabytes(5), DataSize.ofMegabytes(250), 1_000, DataSize.ofMegabytes(500), 100);

    @TempDir
    private Path folder;

    @Test
    void a_number_of_a_billion_digits_and_a_column_that_does_not_exist_are_refused() throws IOException {
        assertThat(takesTable(
                        HostileFiles.workbookWith(HEADINGS, "<row r=\"2\"><c r=\"B2\"><v>1E999999999</v></c></row>")))
                .isFalse();
        assertThat(takesTable(HostileFiles.workbookWith(HEADINGS, "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>")))
                .isFalse();
        assertThat(takesTable(HostileFiles.workbookWith(HEADINGS, "<row r=\"2\"><c r=\"B2\"><v>1</v></c></row>")))
                .isTrue();
    }

    @Test
    void every_table_is_read_or_refused() {
        HostileFiles.assertAllReadOrRefused(1_000, random -> HostileFiles.workbook(random, HEADINGS), this::takesTable);
        HostileFiles.assertAllReadOrRefused(500, random -> HostileFiles.csv(random, HEADINGS), this::takesTable);
    }

    @Test
    void every_zip_is_read_or_refused() {
        HostileFiles.assertAllReadOrRefused(1_500, HostileFiles::zip, this::takesZip);
    }

    private boolean takesTable(byte[] file) throws IOException {
        try {
            return !ReadTable.of(onDisk(file), LIMITS).rows().isEmpty();
        } catch (FileRefused _) {
            return false;
        }
    }

    private boolean takesZip(byte[] file) throws IOException {
        try (var zip = FilesZip.open(onDisk(file), LIMITS)) {
            return zip.find("1a.txt").isPresent();
        } catch (FileRefused _) {
            return false;
        }
    }

    private Path onDisk(byte[] file) throws IOException {
        return Files.write(folder.resolve("file"), file);
    }
}
