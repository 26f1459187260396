package org.ncsoversight.criteria.standard.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.ncsoversight.criteria.standard.guidance.DamagedFile;
import org.ncsoversight.tables.workbook.CheckedXlsx;
import org.ncsoversight.tables.workbook.SheetRow;
import org.ncsoversight.tables.workbook.XlsxLimits;

/** The table as the first sheet of a workbook; the same edition gives the same bytes. */
final class XlsxTable {

    static final int LARGEST_UNPACKED_IN_BYTES = 8 * 1024 * 1024;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 50;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private XlsxTable() {}

    static byte[] write(List<TableRow> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "NCS Oversight", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Edition");
            for (int column = 0; column < EditionTable.COLUMNS.size(); column++) {
                sheet.value(0, column, EditionTable.COLUMNS.get(column));
            }
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < EditionTable.COLUMNS.size(); column++) {
                    String text = rows.get(row).get(EditionTable.COLUMNS.get(column));
                    if (!text.isEmpty()) {
                        sheet.value(row + 1, column, text);
                    }
                }
            }
            sheet.freezePane(1, 1);
            sheet.setAutoFilter(0, 0, rows.size(), EditionTable.COLUMNS.size() - 1);
            sheet.finish();
            workbook.finish();
            return withoutTimes(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<TableRow> read(byte[] file) throws DamagedFile {
        var limits = new XlsxLimits(MOST_ROWS, MOST_COLUMNS, XlsxLimits.CHARACTERS, LARGEST_UNPACKED_IN_BYTES);
        var sheet = new ArrayList<SheetRow>();
        var refusal = CheckedXlsx.read(file, limits, sheet::add);
        if (refusal.isPresent()) {
            throw new DamagedFile(
                    Math.max(1, refusal.get().row()),
                    refusal.get().code(),
                    refusal.get().sentence());
        }
        var rows = new ArrayList<TableRow>();
        for (SheetRow row : sheet) {
            take(row, rows);
        }
        return rows;
    }

    private static void take(SheetRow row, List<TableRow> rows) throws DamagedFile {
        var cells = new HashMap<String, String>();
        for (int column = 0; column < EditionTable.COLUMNS.size(); column++) {
            String text = row.cell(column).text();
            if (row.number() == 1 && !text.equals(EditionTable.COLUMNS.get(column))) {
                throw new DamagedFile(
                        1, "other-columns", "The columns should be " + String.join(", ", EditionTable.COLUMNS));
            }
            cells.put(EditionTable.COLUMNS.get(column), text.replace("\r\n", "\n"));
        }
        if (row.number() > 1 && cells.values().stream().anyMatch(text -> !text.isEmpty())) {
            rows.add(new TableRow(row.number(), cells));
        }
    }

    // When it was written is not part of the edition.
    private static byte[] withoutTimes(byte[] file) throws IOException {
        var bytes = new ByteArrayOutputStream(file.length);
        try (var in = new OnDisk(file);
                var out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : in.entries()) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(NO_TIME);
                out.putNextEntry(copy);
                try (InputStream content = in.open(entry)) {
                    out.write(withoutTime(entry.getName(), content));
                }
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] withoutTime(String name, InputStream in) throws IOException {
        byte[] all = in.readAllBytes();
        return name.equals("docProps/core.xml")
                ? new String(all, StandardCharsets.UTF_8)
                        .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "2000-01-01T00:00:00Z")
                        .getBytes(StandardCharsets.UTF_8)
                : all;
    }

    /** A workbook as a file: only its list of contents at the end says where they are. */
    private static final class OnDisk implements AutoCloseable {

        private final Path path = Files.createTempFile("edition", ".xlsx");
        private final ZipFile zip;

        OnDisk(byte[] file) throws IOException {
            try {
                Files.write(path, file);
                zip = new ZipFile(path.toFile());
            } catch (IOException e) {
                Files.delete(path);
                throw e;
            }
        }

        List<? extends ZipEntry> entries() {
            return zip.stream().toList();
        }

        InputStream open(ZipEntry entry) throws IOException {
            return zip.getInputStream(entry);
        }

        @Override
        public void close() throws IOException {
            zip.close();
            Files.delete(path);
        }
    }
}
