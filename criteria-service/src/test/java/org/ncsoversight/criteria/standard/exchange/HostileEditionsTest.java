package org.ncsoversight.criteria.standard.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.standard.guidance.DamagedFile;
import org.ncsoversight.criteria.standard.guidance.GuidanceReader;
import org.ncsoversight.tables.TableFormat;

/** Files whose sizes hurt a reader that believes them, in the memory that the pom gives to tests of this kind. */
class HostileEditionsTest {

    private static final int FILES = 1_500;
    private static final long SEED = 20_261_130;
    /** Only tells that reading hangs. */
    private static final Duration HANGS = Duration.ofMinutes(2);

    private static final List<String> VALUES =
            List.of("1E999999999", "", "x", "9".repeat(5_000), "\"", "{\"a\":[", "1e-999999999");

    @Test
    void a_number_of_a_billion_digits_and_a_column_that_does_not_exist_are_refused() throws Exception {
        assertThat(takes(workbook("<row r=\"2\"><c r=\"A2\"><v>1E999999999</v></c></row>")))
                .isFalse();
        assertThat(takes(workbook("<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>")))
                .isFalse();
        assertThat(EditionSheet.read(workbook(""))).isEmpty();
    }

    @Test
    void every_file_is_read_or_refused() {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(128L << 20);
        for (long seed = SEED; seed < SEED + FILES; seed++) {
            byte[] file = next(new Random(seed));
            assertThat(assertTimeoutPreemptively(HANGS, () -> takes(file), "seed " + seed))
                    .isNotNull();
        }
    }

    private static boolean takes(byte[] file) {
        boolean guidance = true;
        try {
            GuidanceReader.read(file);
        } catch (DamagedFile _) {
            guidance = false;
        }
        try {
            var format = EditionFormat.of(file);
            if (format.isPresent()) {
                format.get().read(file);
            }
            return format.isPresent() || guidance;
        } catch (DamagedFile _) {
            return guidance;
        }
    }

    private static byte[] next(Random random) {
        String value = pick(random, VALUES);
        int count = pick(random, List.of(1, 50, 3_000));
        return switch (random.nextInt(4)) {
            case 0 ->
                damaged(
                        random,
                        workbook("<row r=\"%d\"><c r=\"%s\"><v>%s</v></c></row>"
                                .formatted(
                                        random.nextInt(30_000),
                                        pick(random, List.of("A2", "XFD2", "ZZZZZZ2", "A0")),
                                        value)
                                .repeat(count)));
            case 1 -> text(String.join(",", EditionTable.COLUMNS) + "\n" + (value + ",").repeat(count));
            case 2 -> text("{\"criteria\":[" + (value + ",").repeat(count) + "1]}");
            default -> text("ELEMENT 1 - x\n" + (value + "\t").repeat(count));
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(String rows) {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(EditionSheet.write(TableFormat.XLSX, List.of())));
                var out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.write(text(xml.replace("</sheetData>", rows + "</sheetData>")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] damaged(Random random, byte[] file) {
        for (int i = random.nextInt(4); i > 0; i--) {
            file[random.nextInt(file.length)] = (byte) random.nextInt();
        }
        return file;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
