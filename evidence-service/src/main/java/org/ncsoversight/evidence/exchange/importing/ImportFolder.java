package org.ncsoversight.evidence.exchange.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.ReceivedFile;
import org.springframework.util.unit.DataSize;

/** The files of an import where they can be read more than once, from any place and after their request; gone when closed. */
final class ImportFolder implements AutoCloseable {

    private final Path folder;
    private final boolean zipped;

    private ImportFolder(Path folder, boolean zipped) {
        this.folder = folder;
        this.zipped = zipped;
    }

    static ImportFolder of(@Nullable ReceivedFile table, @Nullable ReceivedFile zip, ImportLimits limits)
            throws IOException, FileRefused {
        if (table == null) {
            throw FileRefused.table("table-missing", "Select a table");
        }
        if (table.sizeInBytes() > limits.tableSize().toBytes()) {
            throw FileRefused.table("table-too-large", tooLarge(table, limits.tableSize()));
        }
        if (zip != null && zip.sizeInBytes() > limits.zipSize().toBytes()) {
            throw FileRefused.zip("zip-too-large", tooLarge(zip, limits.zipSize()));
        }
        var folder = new ImportFolder(Files.createTempDirectory("import-"), zip != null);
        try {
            copy(table, folder.table());
            if (zip != null) {
                copy(zip, folder.folder.resolve("zip"));
            }
            return folder;
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    Path table() {
        return folder.resolve("table");
    }

    Optional<Path> zip() {
        return zipped ? Optional.of(folder.resolve("zip")) : Optional.empty();
    }

    private static void copy(ReceivedFile file, Path to) throws IOException {
        try (InputStream content = file.content().open()) {
            Files.copy(content, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String tooLarge(ReceivedFile file, DataSize limit) {
        return "“%s” must be %dMB or smaller".formatted(file.name(), limit.toMegabytes());
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
