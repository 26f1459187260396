package org.ncsoversight.mongo.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values in MongoDB's order of types, and within a type in the order the server's own comparison has. */
final class SortKeyWriter {

    private static final int END = 0;
    private static final int NEXT = 1;

    private static final int MIN = 0x01;
    private static final int NULL = 0x05;
    private static final int NUMBER = 0x10;
    private static final int STRING = 0x20;
    private static final int DOCUMENT = 0x30;
    private static final int ARRAY = 0x38;
    private static final int BINARY = 0x40;
    private static final int LEGACY_UUID = 0x48;
    private static final int UNIVERSALLY_UNIQUE = 0x50;
    private static final int OBJECT_ID = 0x58;
    private static final int BOOLEAN = 0x60;
    private static final int DATE = 0x68;
    private static final int TIMESTAMP = 0x70;
    private static final int OTHER = 0x78;
    private static final int MAX = 0x7F;

    /** Types whose bytes tell equal from different but do not sort as the values do: from, and below. */
    static final int[][] UNSORTED_TYPES = {{DOCUMENT, UNIVERSALLY_UNIQUE}, {OTHER, MAX}};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(32);

    static int typeOf(@Nullable Object value) {
        return switch (value) {
            case null -> NULL;
            case Missing _ -> NULL;
            case Number _ -> NUMBER;
            case String _ -> STRING;
            case Document _ -> DOCUMENT;
            case Collection<?> _ -> ARRAY;
            case BinData _ -> BINARY;
            case LegacyUUID _ -> LEGACY_UUID;
            case UUID _ -> UNIVERSALLY_UNIQUE;
            case ObjectId _ -> OBJECT_ID;
            case Boolean _ -> BOOLEAN;
            case Instant _ -> DATE;
            case BsonTimestamp _ -> TIMESTAMP;
            case MinKey _ -> MIN;
            case MaxKey _ -> MAX;
            default -> OTHER;
        };
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    SortKeyWriter write(@Nullable Object value) {
        out.write(typeOf(value));
        switch (value) {
            case null -> {}
            case Missing _ -> {}
            case MinKey _ -> {}
            case MaxKey _ -> {}
            case Number number -> writeNumber(number);
            case String string -> writeString(string);
            case Document document -> writeDocument(document);
            case Collection<?> values -> writeArray(values);
            case BinData binary -> writeBytes(binary.getData());
            case LegacyUUID legacy -> writeUuid(legacy.getUuid());
            case UUID uuid -> writeUuid(uuid);
            case ObjectId id -> out.writeBytes(id.toByteArray());
            case Boolean bool -> out.write(bool ? 1 : 0);
            case Instant instant -> writeLong(instant.toEpochMilli() ^ Long.MIN_VALUE);
            case BsonTimestamp timestamp -> writeLong(timestamp.getValue());
            default -> writeString(value.getClass().getSimpleName() + value);
        }
        return this;
    }

    /** The double, then how far a long too large for it lies beside it, so that 1, 1L and 1.0 are one key. */
    private void writeNumber(Number number) {
        double value = number.doubleValue() + 0.0; // Adding makes -0.0 the same as 0.0.
        long bits = Double.doubleToLongBits(value);
        writeLong(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        int beside = number instanceof Long exact ? (int) (exact - (long) value) : 0;
        writeShort(beside - Short.MIN_VALUE);
    }

    /**
     * Each UTF-16 unit by itself in one to three bytes, because that is the order of String.compareTo; 0 ends the
     * string, so the two lowest characters are written behind a 1.
     */
    private void writeString(String string) {
        for (int i = 0; i < string.length(); i++) {
            char unit = string.charAt(i);
            if (unit <= 1) {
                out.write(1);
                out.write(unit + 1);
            } else if (unit < 0x80) {
                out.write(unit);
            } else if (unit < 0x800) {
                out.write(0xC0 | (unit >> 6));
                out.write(0x80 | (unit & 0x3F));
            } else {
                out.write(0xE0 | (unit >> 12));
                out.write(0x80 | ((unit >> 6) & 0x3F));
                out.write(0x80 | (unit & 0x3F));
            }
        }
        out.write(END);
    }

    private void writeDocument(Document document) {
        document.forEach((field, value) -> {
            out.write(NEXT);
            writeString(field);
            write(value);
        });
        out.write(END);
    }

    private void writeArray(Collection<?> values) {
        for (Object value : values) {
            out.write(NEXT);
            write(value);
        }
        out.write(END);
    }

    private void writeBytes(byte[] bytes) {
        writeLong(bytes.length);
        out.writeBytes(bytes);
    }

    private void writeUuid(UUID uuid) {
        writeLong(uuid.getMostSignificantBits());
        writeLong(uuid.getLeastSignificantBits());
    }

    private void writeLong(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }

    private void writeShort(int value) {
        out.write(value >>> 8);
        out.write(value);
    }
}
