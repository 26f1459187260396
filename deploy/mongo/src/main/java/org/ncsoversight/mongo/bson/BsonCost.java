package org.ncsoversight.mongo.bson;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.ncsoversight.mongo.memory.Refusal;

/**
 * What decoding a document would take of the heap, found without decoding it; and whether it can be decoded at all.
 *
 * <p>A list of small numbers takes ten times what its bytes do, a long text just as much.
 */
public final class BsonCost {

    private static final int ELEMENT_IN_BYTES = 128;
    private static final int DEEPEST = 180;
    private static final int LENGTH = 4;

    private final ByteBuf bytes;
    private long elements;

    private BsonCost(ByteBuf bytes) {
        this.bytes = bytes;
    }

    public static long of(byte[] bson) {
        return of(Unpooled.wrappedBuffer(bson));
    }

    /** Leaves the reader's place as it is. */
    public static long of(ByteBuf bson) {
        var cost = new BsonCost(bson.slice());
        int length = cost.document(bson.readableBytes(), 0);
        return cost.elements * ELEMENT_IN_BYTES + length;
    }

    private int document(int available, int depth) {
        if (depth > DEEPEST) {
            throw Refusal.nestedTooDeep(DEEPEST);
        }
        int start = bytes.readerIndex();
        int length = length(available, LENGTH + 1);
        int end = start + length;
        byte type = bytes.readByte();
        while (type != 0) {
            elements++;
            name(end);
            value(type, end, depth);
            type = bytes.readByte();
        }
        if (bytes.readerIndex() != end) {
            throw Refusal.invalidBson("A document does not end where it says");
        }
        return length;
    }

    private void value(byte type, int end, int depth) {
        int available = end - bytes.readerIndex() - 1;
        switch (type) {
            case 0x06, 0x0A, 0x7F, -1 -> {}
            case 0x01, 0x09, 0x11, 0x12 -> skip(8, available);
            case 0x02, 0x0D -> skip(length(available, 1), available - LENGTH);
            case 0x03, 0x04 -> document(available, depth + 1);
            case 0x05 -> skip(length(available, 0) + 1, available - LENGTH);
            case 0x07 -> skip(12, available);
            case 0x08 -> skip(1, available);
            case 0x0B -> {
                name(end);
                name(end);
            }
            case 0x10 -> skip(4, available);
            case 0x13 -> skip(16, available);
            default -> throw Refusal.invalidBson("Unrecognized BSON type " + type);
        }
    }

    private int length(int available, int least) {
        if (available < LENGTH) {
            throw Refusal.invalidBson("A document is cut short");
        }
        int length = bytes.readIntLE();
        if (length < least || length > available) {
            throw Refusal.invalidBson("A value is longer than what contains it");
        }
        return length;
    }

    private void skip(int length, int available) {
        if (length > available) {
            throw Refusal.invalidBson("A value is longer than what contains it");
        }
        bytes.skipBytes(length);
    }

    private void name(int end) {
        int length = bytes.bytesBefore(Math.max(0, end - bytes.readerIndex()), (byte) 0);
        if (length < 0 || bytes.readerIndex() + length + 1 >= end) {
            throw Refusal.invalidBson("A name does not end");
        }
        bytes.skipBytes(length + 1);
    }
}
