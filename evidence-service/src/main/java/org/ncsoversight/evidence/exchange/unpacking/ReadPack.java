package org.ncsoversight.evidence.exchange.unpacking;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.exchange.pack.PackItem;
import org.ncsoversight.evidence.exchange.pack.PackJson;
import org.ncsoversight.evidence.exchange.pack.PackManifest;
import org.ncsoversight.evidence.exchange.pack.PackRefused;
import org.ncsoversight.evidence.exchange.pack.PackSettings;
import org.ncsoversight.evidence.exchange.pack.PackZip;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** Walks through a pack entry by entry, never trusting what it says of its own sizes. */
final class ReadPack {

    private static final int BUFFER_IN_BYTES = 1 << 16;
    private static final long MANIFEST_LIMIT_IN_BYTES = 64L << 20;
    /** What a manifest may say beside its list of entries, of items that were left out above all. */
    private static final int MANIFEST_BASE_IN_BYTES = 4 << 20;

    private static final int MANIFEST_LIMIT_IN_VALUES = 100_000;
    private static final int ITEM_LIMIT_IN_VALUES = 100_000;
    private static final int BYTES_PER_ENTRY = 2500;
    private static final int VALUES_PER_ENTRY = 5;
    private static final int NAME_LENGTH_IN_CHARACTERS = 500;

    /** Takes the bytes of one entry, or leaves them. */
    @FunctionalInterface
    interface Visitor {
        void visit(String path, InputStream content) throws IOException, PackRefused;
    }

    private final PackSettings settings;

    ReadPack(PackSettings settings) {
        this.settings = settings;
    }

    /** Reads all of it and compares every entry with the manifest at its end. */
    PackManifest verify(Path pack) throws IOException, PackRefused {
        var seen = new HashMap<String, PackManifest.Entry>();
        var manifest = new PackManifest[1];
        long[] unpacked = {0};
        walk(pack, (path, content) -> {
            if (manifest[0] != null) {
                throw refused("manifest-not-last", path, "comes after the manifest");
            }
            if (seen.size() >= settings.entries()) {
                throw refused("entries-too-many", path, "is one of more than %,d".formatted(settings.entries()));
            }
            if (path.equals(PackManifest.NAME)) {
                manifest[0] = manifest(content, seen.size());
                return;
            }
            var entry = measured(path, content, unpacked);
            if (seen.put(path, entry) != null) {
                throw refused("entry-twice", path, "is there twice");
            }
        });
        if (manifest[0] == null) {
            throw new PackRefused(
                    "pack-incomplete", null, "The pack has no manifest at its end: it was not downloaded completely");
        }
        compare(manifest[0], seen);
        return manifest[0];
    }

    /** Once more, for somebody who wants to keep what was verified. */
    void walk(Path pack, Visitor visitor) throws IOException, PackRefused {
        @Nullable String path = null;
        try (var zip = new ZipInputStream(
                new BufferedInputStream(Files.newInputStream(pack), BUFFER_IN_BYTES), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                path = allowed(entry);
                visitor.visit(path, zip);
            }
        } catch (EOFException e) {
            throw new PackRefused("pack-incomplete", path, "The pack ends in the middle of an entry");
        } catch (ZipException | IllegalArgumentException e) {
            throw new PackRefused("pack-damaged", path, "The pack is not a ZIP file that can be read");
        }
    }

    /** Names are never used as paths here; one that tries to be more than a name was not written by us. */
    private static String allowed(ZipEntry entry) throws PackRefused {
        String path = entry.getName();
        boolean strange = entry.isDirectory()
                || path.isEmpty()
                || path.length() > NAME_LENGTH_IN_CHARACTERS
                || path.startsWith("/")
                || path.indexOf('\\') >= 0
                || path.indexOf('\0') >= 0
                || ("/" + path + "/").contains("/../")
                || ("/" + path + "/").contains("/./");
        if (strange) {
            throw refused("entry-name", path, "has a name that no pack has");
        }
        return path;
    }

    private PackManifest.Entry measured(String path, InputStream content, long[] unpacked)
            throws IOException, PackRefused {
        var digest = PackZip.sha256();
        var buffer = new byte[BUFFER_IN_BYTES];
        long size = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
            size += read;
            unpacked[0] += read;
            if (unpacked[0] > settings.unpackedSize().toBytes()) {
                throw refused(
                        "unpacked-too-large",
                        path,
                        "makes the pack larger than %,d MB unpacked"
                                .formatted(settings.unpackedSize().toMegabytes()));
            }
        }
        return new PackManifest.Entry(path, size, HexFormat.of().formatHex(digest.digest()));
    }

    private static PackManifest manifest(InputStream content, int entries) throws IOException, PackRefused {
        long limit = Math.min(MANIFEST_LIMIT_IN_BYTES, MANIFEST_BASE_IN_BYTES + (long) BYTES_PER_ENTRY * entries);
        byte[] bytes = limited(PackManifest.NAME, content, limit);
        try {
            if (valuesExceed(MANIFEST_LIMIT_IN_VALUES + (long) VALUES_PER_ENTRY * entries, bytes)) {
                throw refused("manifest-too-long", PackManifest.NAME, "lists far more than the pack holds");
            }
            var manifest = PackJson.MAPPER.readValue(bytes, PackManifest.class);
            boolean ours = manifest != null
                    && PackManifest.FORMAT.equals(manifest.format())
                    && manifest.formatVersion() == PackManifest.FORMAT_VERSION
                    && manifest.entries() != null
                    && manifest.criteria() != null
                    && manifest.states() != null
                    && manifest.leftOut() != null;
            if (ours) {
                return manifest;
            }
        } catch (JacksonException _) {
            // Answered below.
        }
        throw refused("manifest-not-readable", PackManifest.NAME, "is not the manifest of an evidence pack");
    }

    /** Token by token and before it is read, so that a small text that lists millions of nothings never becomes millions of objects. */
    private static boolean valuesExceed(long most, byte[] json) {
        long values = 0;
        try (var parser = PackJson.MAPPER.createParser(json)) {
            for (var token = parser.nextToken(); token != null && values <= most; token = parser.nextToken()) {
                values += token == JsonToken.START_OBJECT || token.isScalarValue() ? 1 : 0;
            }
        }
        return values > most;
    }

    private static void compare(PackManifest manifest, Map<String, PackManifest.Entry> seen) throws PackRefused {
        for (var promised : manifest.entries()) {
            var found = seen.remove(promised.path());
            if (found == null) {
                throw refused("entry-missing", promised.path(), "is in the manifest and not in the pack");
            }
            if (!found.equals(promised.unnamed())) {
                throw refused("entry-changed", promised.path(), "does not match its SHA-256 in the manifest");
            }
        }
        var unlisted = seen.keySet().stream().sorted().findFirst();
        if (unlisted.isPresent()) {
            throw refused("entry-not-listed", unlisted.get(), "is not in the manifest");
        }
        if (manifest.count() != manifest.entries().size()) {
            throw refused("manifest-not-readable", PackManifest.NAME, "counts other entries than it lists");
        }
    }

    PackItem item(String path, InputStream content) throws IOException, PackRefused {
        byte[] bytes = limited(path, content, settings.itemSize().toBytes());
        try {
            if (valuesExceed(ITEM_LIMIT_IN_VALUES, bytes)) {
                throw refused("item-too-long", path, "lists far more than an item holds");
            }
            return PackJson.MAPPER.readValue(bytes, PackItem.class);
        } catch (JacksonException _) {
            throw refused("item-not-readable", path, "is not an item of an evidence pack");
        }
    }

    void copy(InputStream content, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            content.transferTo(out);
        }
    }

    private static byte[] limited(String path, InputStream content, long limit) throws IOException, PackRefused {
        byte[] bytes = content.readNBytes(Math.toIntExact(limit + 1));
        if (bytes.length > limit) {
            throw refused("entry-too-large", path, "is larger than %,d bytes".formatted(limit));
        }
        return bytes;
    }

    static PackRefused refused(String code, String path, String words) {
        return new PackRefused(code, path, "“%s” %s".formatted(path, words));
    }
}
