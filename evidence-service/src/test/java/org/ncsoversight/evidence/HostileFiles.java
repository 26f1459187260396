package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Files whose sizes, counts and numbers are whatever hurts a reader that believes them; the same for the same seed. */
public final class HostileFiles {

    /** Reads a file and says whether it was taken; whatever else happens is a fault of the reader. */
    @FunctionalInterface
    public interface Reader {
        boolean takes(byte[] file) throws Exception;
    }

    /** Only tells that reading hangs. */
    private static final Duration HANGS = Duration.ofMinutes(2);

    private static final long SEED = 20_261_130;
    private static final List<String> VALUES = List.of(
            "1E999999999", "-1e-999999999", "9".repeat(5_000), "", "\"", "x", "1/4/2026", "4.3", "\u0000", "=1");
    private static final List<String> SHORT = List.of("", "x", "1", "\"");
    private static final List<String> NAMES =
            List.of("a.txt", "A.TXT", "../x", "[Content_Types].xml", "content.xml", "manifest.json", "x/item.json", "");

    private HostileFiles() {}

    /** Runs in the small memory that the pom gives to tests of this kind. */
    public static void assertAllReadOrRefused(int files, Function<Random, byte[]> next, Reader reader) {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(128L << 20);
        for (long seed = SEED; seed < SEED + files; seed++) {
            byte[] file = next.apply(new Random(seed));
            ThrowingSupplier<Boolean> reading = () -> reader.takes(file);
            assertThat(assertTimeoutPreemptively(HANGS, reading, "seed " + seed))
                    .as("seed %d", seed)
                    .isNotNull();
        }
    }

    public static byte[] csv(Random random, String headings) {
        var text = new StringBuilder(headings);
        String separator = pick(random, List.of(",", ";", ",\"", "\n", "\r\n", "\"\"", "#\n"));
        for (int i = count(random); i > 0; i--) {
            text.append(pick(random, SHORT)).append(separator);
        }
        text.append(pick(random, VALUES)).append(separator);
        return damaged(random, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] workbook(Random random, String headings) {
        String place = pick(random, List.of("B2", "ZZZZZZ2", "XFD2", "B1048576", "B9999999", "A0"));
        String type = pick(random, List.of("n", "s", "str", "inlineStr", "b", "e", "d"));
        String cell = "<row r=\"%d\"><c r=\"%s\" t=\"%s\"><v>%s</v></c></row>"
                .formatted(
                        random.nextInt(2_000), place, type, pick(random, VALUES).replace('\u0000', '0'));
        return damaged(random, workbookWith(headings, cell.repeat(random.nextInt(8) == 0 ? 5_000 : 1)));
    }

    /** An honest workbook with more rows than its program wrote. */
    public static byte[] workbookWith(String headings, String rows) {
        var honest = new ByteArrayOutputStream();
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(honest, "Test", "1.0")) {
            var sheet = workbook.newWorksheet("Rows");
            List<String> columns = List.of(headings.strip().split(","));
            for (int i = 0; i < columns.size(); i++) {
                sheet.value(0, i, columns.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : Zips.entries(honest.toByteArray()).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                String xml = new String(part.getValue(), StandardCharsets.UTF_8);
                zip.write(xml.replace("</sheetData>", rows + "</sheetData>").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] zip(Random random) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = random.nextInt(20) == 0 ? 20_000 : random.nextInt(6); i > 0; i--) {
                zip.putNextEntry(new ZipEntry(i + pick(random, NAMES)));
                int blanksInKiB = random.nextInt(60) == 0 ? 64 << 10 : random.nextInt(3);
                for (int written = 0; written < blanksInKiB && i < 10; written++) {
                    zip.write(new byte[1 << 10]);
                }
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return damaged(random, bytes.toByteArray());
    }

    /** One in two is, and then often where it says how large something is. */
    public static byte[] damaged(Random random, byte[] file) {
        for (int i = random.nextBoolean() ? 1 + random.nextInt(5) : 0; i > 0 && file.length > 30; i--) {
            int from = random.nextBoolean() ? 0 : Math.max(0, file.length - 100);
            int at = random.nextInt(from, file.length - 4);
            byte[] patch = random.nextBoolean() ? new byte[] {-1, -1, -1, 0x7F} : new byte[] {(byte) random.nextInt()};
            System.arraycopy(patch, 0, file, at, patch.length);
        }
        return file;
    }

    public static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    public static int count(Random random) {
        return pick(random, List.of(1, 10, 500, 5_000, 400_000));
    }
}
