package org.ncsoversight.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ncsoversight.tables.workbook.CheckedXlsx;
import org.ncsoversight.tables.workbook.Refusal;
import org.ncsoversight.tables.workbook.XlsxLimits;

/** A file that can be opened as often as it takes to read it. */
public sealed interface TableSource {

    static TableSource of(byte[] bytes) {
        return new InMemory(bytes);
    }

    static TableSource of(Path path) {
        return new OnDisk(path);
    }

    InputStream open() throws IOException;

    /** Takes it for a workbook. */
    Optional<Refusal> workbook(XlsxLimits limits, CheckedXlsx.Rows rows);

    /** A small one. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record InMemory(byte[] bytes) implements TableSource {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Optional<Refusal> workbook(XlsxLimits limits, CheckedXlsx.Rows rows) {
            return CheckedXlsx.read(bytes, limits, rows);
        }
    }

    /** One of any size. */
    record OnDisk(Path path) implements TableSource {

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public Optional<Refusal> workbook(XlsxLimits limits, CheckedXlsx.Rows rows) {
            return CheckedXlsx.read(path, limits, rows);
        }
    }
}
