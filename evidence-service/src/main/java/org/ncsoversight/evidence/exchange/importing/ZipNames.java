package org.ncsoversight.evidence.exchange.importing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of a ZIP are called. Each says whether its name is UTF-8; where it does not, Windows has written it in
 * the code page of its country, and other systems in UTF-8 all the same.
 */
final class ZipNames {

    /** To open the ZIP with: every byte of a name that is not said to be UTF-8 can be had back from it. */
    static final Charset AS_BYTES = StandardCharsets.ISO_8859_1;

    private static final Charset BRITISH_WINDOWS = Charset.forName("IBM850");
    private static final Charset AMERICAN_WINDOWS = Charset.forName("IBM437");

    private static final int SIGNATURE = 0x02014b50;
    private static final int HEADER_IN_BYTES = 46;
    private static final int FLAGS_AT = 8;
    private static final int NAME_LENGTH_AT = 28;
    private static final int EXTRA_LENGTH_AT = 30;
    private static final int COMMENT_LENGTH_AT = 32;
    private static final int ENCRYPTED = 1;
    private static final int IN_UTF_8 = 1 << 11;

    /** Where some programs write the name once more, in UTF-8, beside the checksum of the one it stands for. */
    private static final short UNICODE_NAME = 0x7075;

    private static final int UNICODE_NAME_AT = 5;

    private final Set<String> saidToBeUtf8 = new HashSet<>();

    private ZipNames() {}

    /** Refuses what cannot be read, by its name as far as that can be. */
    static ZipNames in(Path zip, ZipEnd end) throws IOException, FileRefused {
        var names = new ZipNames();
        if (end.directoryAt() < 0) {
            throw damaged();
        }
        var bytes = new byte[Math.toIntExact(end.directoryInBytes())];
        try (var file = new RandomAccessFile(zip.toFile(), "r")) {
            file.seek(end.directoryAt());
            file.readFully(bytes);
        }
        var directory = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (at < bytes.length) {
            at = names.entry(directory, at);
        }
        return names;
    }

    private int entry(ByteBuffer directory, int at) throws FileRefused {
        if (at + HEADER_IN_BYTES > directory.limit() || directory.getInt(at) != SIGNATURE) {
            throw damaged();
        }
        int flags = directory.getShort(at + FLAGS_AT);
        int length = Short.toUnsignedInt(directory.getShort(at + NAME_LENGTH_AT));
        int next = at
                + HEADER_IN_BYTES
                + length
                + Short.toUnsignedInt(directory.getShort(at + EXTRA_LENGTH_AT))
                + Short.toUnsignedInt(directory.getShort(at + COMMENT_LENGTH_AT));
        if (next > directory.limit()) {
            throw damaged();
        }
        var name = new byte[length];
        directory.get(at + HEADER_IN_BYTES, name);
        if ((flags & ENCRYPTED) != 0) {
            throw FileRefused.zip(
                    "zip-encrypted",
                    "The ZIP must not be protected by a password, as “%s” in it is"
                            .formatted(readings(name).getFirst()));
        }
        if ((flags & IN_UTF_8) != 0) {
            saidToBeUtf8.add(utf8(name).orElseThrow(() -> notReadable(name)));
        }
        return next;
    }

    /** The name, and how else it may be meant where its bytes leave that open; folders are parted by slashes. */
    List<String> of(ZipEntry entry) {
        String name = entry.getName();
        if (saidToBeUtf8.contains(name)) {
            return List.of(slashed(name));
        }
        byte[] bytes = name.getBytes(AS_BYTES);
        return unicodeName(entry.getExtra(), bytes).map(List::of).orElseGet(() -> readings(bytes)).stream()
                .map(ZipNames::slashed)
                .toList();
    }

    private static List<String> readings(byte[] name) {
        return utf8(name)
                .map(List::of)
                .orElseGet(() -> List.of(new String(name, BRITISH_WINDOWS), new String(name, AMERICAN_WINDOWS)));
    }

    private static Optional<String> unicodeName(byte @Nullable [] extra, byte[] name) {
        var fields = ByteBuffer.wrap(extra == null ? new byte[0] : extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 2 * Short.BYTES) {
            short id = fields.getShort();
            var field = new byte[Math.min(Short.toUnsignedInt(fields.getShort()), fields.remaining())];
            fields.get(field);
            if (id == UNICODE_NAME && field.length > UNICODE_NAME_AT) {
                var checksum = new CRC32();
                checksum.update(name);
                boolean current =
                        ByteBuffer.wrap(field).order(ByteOrder.LITTLE_ENDIAN).getInt(1) == (int) checksum.getValue();
                return current ? utf8(Arrays.copyOfRange(field, UNICODE_NAME_AT, field.length)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> utf8(byte[] name) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static String slashed(String name) {
        return name.replace('\\', '/');
    }

    private static FileRefused notReadable(byte[] name) {
        return FileRefused.zip(
                "zip-name-not-readable",
                "The name of “%s” in the ZIP cannot be read. Rename the file and make the ZIP again"
                        .formatted(new String(name, StandardCharsets.UTF_8)));
    }

    private static FileRefused damaged() {
        return FileRefused.zip("zip-not-readable", "The ZIP is damaged, or is no ZIP");
    }
}
