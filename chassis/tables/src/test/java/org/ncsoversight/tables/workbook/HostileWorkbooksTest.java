package org.ncsoversight.tables.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Runs with the memory of a small service, see the pom. */
class HostileWorkbooksTest {

    private static final int FILES = 8_000;
    private static final long SEED = 20_261_130;
    /** Only tells that reading hangs. */
    private static final Duration HANGS = Duration.ofMinutes(2);

    @Test
    void every_file_is_read_or_refused_within_the_memory_of_a_small_service() {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(128L << 20);
        int[] refused = {0};

        for (int i = 0; i < FILES; i++) {
            var random = new Random(SEED + i);
            byte[] file = HostileWorkbooks.next(random);
            var rows = new ArrayList<SheetRow>();
            var refusal = assertTimeoutPreemptively(
                    HANGS, () -> CheckedXlsx.read(file, XlsxLimits.of(5_000, 50), rows::add), "seed " + (SEED + i));
            refused[0] += refusal.isPresent() ? 1 : 0;
            assertThat(rows).as("seed %d", SEED + i).hasSizeLessThanOrEqualTo(5_000);
        }

        assertThat(refused[0]).isBetween(FILES / 10, FILES - FILES / 10);
    }

    @Test
    void the_largest_file_that_is_taken_fits() {
        List<SheetRow> rows = new ArrayList<>();
        var row = new StringBuilder();
        var random = new Random(SEED);
        for (int r = 1; r <= 5_000; r++) {
            row.append("<row>");
            for (int c = 0; c < 25; c++) {
                row.append("<c t=\"inlineStr\"><is><t>")
                        .append(random.nextLong())
                        .append("é</t></is></c>");
            }
            row.append("</row>");
        }

        assertThat(CheckedXlsx.read(
                        new RawWorkbook().rows(row.toString()).bytes(), XlsxLimits.of(5_000, 50), rows::add))
                .isEmpty();
        assertThat(rows).hasSize(5_000);
    }
}
