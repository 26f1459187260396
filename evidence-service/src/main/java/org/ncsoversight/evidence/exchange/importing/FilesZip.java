package org.ncsoversight.evidence.exchange.importing;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.ReceivedFile;

/** The ZIP of an import, every entry unpacked once to nowhere before anything is believed about it. */
final class FilesZip implements Closeable {

    /** A file in it, with what it really unpacks to. */
    record Entry(ReceivedFile file, String sha256) {

        Entry called(String name) {
            return new Entry(new ReceivedFile(name, file.sizeInBytes(), file.content()), sha256);
        }
    }

    private static final int SMALL_ENOUGH_TO_IGNORE_RATIO_IN_BYTES = 1 << 20;
    private static final int DIRECTORY_BYTES_PER_ENTRY = 1 << 10;

    private final @Nullable ZipFile zip;
    private final ImportLimits limits;
    private final Map<String, Entry> entries = new HashMap<>();

    /** By what else a name may be read as, where no other entry is called that. */
    private final Map<String, Entry> otherwise = new HashMap<>();

    private long unpacked;

    private FilesZip(@Nullable ZipFile zip, ImportLimits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static FilesZip none(ImportLimits limits) {
        return new FilesZip(null, limits);
    }

    static FilesZip open(Path path, ImportLimits limits) throws IOException, FileRefused {
        var names = ZipNames.in(path, smallDirectory(path, limits));
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile(), ZipNames.AS_BYTES);
        } catch (ZipException _) {
            throw notReadable();
        }
        var files = new FilesZip(zip, limits);
        try {
            files.look(zip, names);
        } catch (IOException | FileRefused | RuntimeException e) {
            zip.close();
            throw e;
        }
        return files;
    }

    /** Opening a ZIP reads its whole list of entries into memory, so what the end of the file says of that list comes first. */
    private static ZipEnd smallDirectory(Path path, ImportLimits limits) throws IOException, FileRefused {
        var end = ZipEnd.of(path).orElseThrow(FilesZip::notReadable);
        if (end.entries() > limits.zipEntries()) {
            throw tooManyEntries(limits);
        }
        if (end.directoryInBytes() > (long) limits.zipEntries() * DIRECTORY_BYTES_PER_ENTRY) {
            throw FileRefused.zip("zip-directory-too-large", "The ZIP says far too much about its files");
        }
        return end;
    }

    private static FileRefused tooManyEntries(ImportLimits limits) {
        return FileRefused.zip(
                "zip-entries-too-many", "The ZIP must hold %,d files or fewer".formatted(limits.zipEntries()));
    }

    /** By its whole name in the ZIP, folders included. */
    Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(key(name))).or(() -> Optional.ofNullable(otherwise.get(key(name))));
    }

    private void look(ZipFile open, ZipNames read) throws IOException, FileRefused {
        if (open.size() > limits.zipEntries()) {
            throw tooManyEntries(limits);
        }
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : (Iterable<ZipEntry>) open.stream().map(ZipEntry.class::cast)::iterator) {
            List<String> readings = read.of(entry);
            for (String name : readings) {
                requireSafe(name);
            }
            String name = readings.getFirst();
            if (!names.add(key(name))) {
                throw FileRefused.zip(
                        "zip-name-twice",
                        "The ZIP holds two files called “%s”, small and capital letters alike".formatted(name));
            }
            if (!name.endsWith("/") && !isOfTheSystem(name)) {
                Entry file = unpack(open, entry, name);
                entries.put(key(name), file);
                readings.stream().skip(1).forEach(other -> otherwise.put(key(other), file.called(other)));
            }
        }
    }

    /** A name that leaves its folder is not a name an honest program writes. */
    private static void requireSafe(String name) throws FileRefused {
        boolean leaves = name.startsWith("/")
                || name.contains(":")
                || List.of(name.split("/", -1)).contains("..");
        boolean unprintable = name.codePoints().anyMatch(Character::isISOControl);
        if (leaves || unprintable || name.isBlank()) {
            throw FileRefused.zip("zip-name-unsafe", "The ZIP holds a file whose name leads out of it");
        }
    }

    private static boolean isOfTheSystem(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store") || name.endsWith("Thumbs.db");
    }

    private Entry unpack(ZipFile open, ZipEntry entry, String name) throws IOException, FileRefused {
        MessageDigest digest = sha256();
        long size = 0;
        try (InputStream in = open.getInputStream(entry)) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                unpacked += read;
                digest.update(buffer, 0, read);
                requireReasonable(entry, size);
            }
        } catch (ZipException | EOFException _) {
            throw FileRefused.zip(
                    "zip-not-readable",
                    "“%s” in the ZIP cannot be unpacked: it is damaged, or packed in a way that is not read here"
                            .formatted(name));
        }
        var file = new ReceivedFile(name, size, () -> open.getInputStream(entry));
        return new Entry(file, HexFormat.of().formatHex(digest.digest()));
    }

    private void requireReasonable(ZipEntry entry, long size) throws FileRefused {
        if (unpacked > limits.unpackedSize().toBytes()) {
            throw FileRefused.zip(
                    "zip-unpacks-to-too-much",
                    "The files in the ZIP must be %dMB or less together"
                            .formatted(limits.unpackedSize().toMegabytes()));
        }
        long packed = Math.max(1, entry.getCompressedSize());
        if (size > SMALL_ENOUGH_TO_IGNORE_RATIO_IN_BYTES && size / packed > limits.compressionRatio()) {
            throw FileRefused.zip("zip-bomb", "A file in the ZIP unpacks to far more than it should");
        }
    }

    private static FileRefused notReadable() {
        return FileRefused.zip("zip-not-readable", "The ZIP is damaged, or is no ZIP");
    }

    private static String key(String name) {
        return Normalizer.normalize(name.replace('\\', '/'), Normalizer.Form.NFC)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
