package org.ncsoversight.mongo.query;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.ncsoversight.mongo.memory.Allowance;

/** The answer of a command that gives a cursor, written document by document. */
final class Batch {

    private static final int DOUBLE = 0x01;
    private static final int STRING = 0x02;
    private static final int DOCUMENT = 0x03;
    private static final int ARRAY = 0x04;
    private static final int LONG = 0x12;

    private final ByteBuf out = Unpooled.buffer();
    private final Allowance allowance;
    private final int cursorStart;
    private final int arrayStart;
    private int documents;
    private long held;

    /** The name of the list tells the first batch of a cursor from the next ones. */
    Batch(String listName, Allowance allowance) {
        this.allowance = allowance;
        out.writeIntLE(0);
        element(DOCUMENT, "cursor");
        cursorStart = beginDocument();
        element(ARRAY, listName);
        arrayStart = beginDocument();
    }

    int documents() {
        return documents;
    }

    int sizeInBytes() {
        return out.readableBytes();
    }

    void add(byte[] document) {
        hold(2L * (out.readableBytes() + document.length)); // It grows by being copied.
        element(DOCUMENT, Integer.toString(documents++));
        out.writeBytes(document);
    }

    private void hold(long needed) {
        if (needed > held) {
            allowance.take(needed - held);
            held = needed;
        }
    }

    /** The whole answer, whose cursor has no more to give if its number is 0. */
    ByteBuf finish(long cursor, String namespace) {
        endDocument(arrayStart);
        element(LONG, "id");
        out.writeLongLE(cursor);
        element(STRING, "ns");
        byte[] name = namespace.getBytes(StandardCharsets.UTF_8);
        out.writeIntLE(name.length + 1).writeBytes(name).writeByte(0);
        endDocument(cursorStart);
        element(DOUBLE, "ok");
        out.writeLongLE(Double.doubleToRawLongBits(1));
        endDocument(0);
        return out;
    }

    private void element(int type, String name) {
        out.writeByte(type);
        ByteBufUtil.writeUtf8(out, name);
        out.writeByte(0);
    }

    private int beginDocument() {
        int start = out.writerIndex();
        out.writeIntLE(0);
        return start;
    }

    private void endDocument(int start) {
        out.writeByte(0);
        out.setIntLE(start, out.writerIndex() - start);
    }
}
