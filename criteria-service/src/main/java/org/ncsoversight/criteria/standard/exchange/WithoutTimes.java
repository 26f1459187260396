package org.ncsoversight.criteria.standard.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Makes a workbook the same bytes whenever it is written; when that was is not part of the edition in it. */
final class WithoutTimes {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private WithoutTimes() {}

    static byte[] of(byte[] file) throws IOException {
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
