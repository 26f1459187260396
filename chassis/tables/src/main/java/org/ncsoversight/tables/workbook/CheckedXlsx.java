package org.ncsoversight.tables.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/**
 * Reads the first sheet of a workbook that is not hidden. The library that reads believes what a file says of itself: one cell in column ZZZZZZ
 * or one number of a billion digits is all the memory there is. So the whole file is walked through once before, with nothing kept.
 */
public final class CheckedXlsx {

    /** Takes the rows, one by one. */
    @FunctionalInterface
    public interface Rows {

        /** False to stop. */
        boolean take(SheetRow row);

        /** Said once, before the rows: which sheet they are of, and which hidden ones stand before it. */
        default void sheet(String name, List<String> hidden) {}
    }

    private static final int MOST_PARTS = 1_000;

    /** Opens something of the file. */
    private interface Opening<T> {
        T open() throws IOException;
    }

    /** The file, opened as often as it is needed. */
    private record Source(
            Opening<InputStream> bytes,
            Opening<ZipFile> zip,
            Function<ReadingOptions, VisibleSheet.Opening> workbook) {}

    private CheckedXlsx() {}

    /** Whether a file begins as every workbook does. */
    public static boolean looksLikeOne(byte[] start) {
        return start.length >= 2 && start[0] == 'P' && start[1] == 'K';
    }

    /** Empty when all rows were taken, or as many as were wanted. */
    public static Optional<Refusal> read(byte[] file, XlsxLimits limits, Rows rows) {
        return read(
                new Source(
                        () -> new ByteArrayInputStream(file),
                        () -> ZipFile.builder().setByteArray(file).get(),
                        options -> () -> new ReadableWorkbook(new ByteArrayInputStream(file), options)),
                limits,
                rows);
    }

    /** Empty when all rows were taken, or as many as were wanted. */
    public static Optional<Refusal> read(Path file, XlsxLimits limits, Rows rows) {
        return read(
                new Source(
                        () -> Files.newInputStream(file),
                        () -> ZipFile.builder().setPath(file).get(),
                        options -> () -> new ReadableWorkbook(file.toFile(), options)),
                limits,
                rows);
    }

    private static Optional<Refusal> read(Source source, XlsxLimits limits, Rows rows) {
        try {
            var options = new ReadingOptions(check(source, limits).styled(), false);
            VisibleSheet.read(source.workbook().apply(options), limits, rows);
            return Optional.empty();
        } catch (TableRefused e) {
            return Optional.of(e.refusal());
        } catch (IOException e) {
            return Optional.of(notAWorkbook());
        }
    }

    private static Contents check(Source source, XlsxLimits limits) throws IOException {
        try (var bytes = source.bytes().open()) {
            if (!ZipDirectory.hasAtMost(MOST_PARTS, bytes)) {
                throw TableRefused.file("parts-too-many", "The workbook has far more parts than a table needs");
            }
        }
        try (var zip = source.zip().open()) {
            return CheckedZip.check(zip, limits.unpackedBytes());
        } catch (RuntimeException _) {
            throw new TableRefused(notAWorkbook());
        }
    }

    static Refusal notAWorkbook() {
        return Refusal.ofFile("not-a-workbook", "The file is not an Excel workbook (XLSX) that can be read");
    }
}
