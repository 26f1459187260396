package org.ncsoversight.mongo.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.ncsoversight.mongo.memory.Refusal;

/** A request as it came, which holds its memory until it is done. */
final class Request {

    static final int QUERY = 2004;
    static final int MESSAGE = 2013;

    static final int CHECKSUM_PRESENT = 1;
    static final int MORE_TO_COME = 1 << 1;

    private static final int ID = 4;
    private static final int OPERATION = 12;
    private static final int BODY = 16;
    private static final int FIRST_NAME_OF_MESSAGE = BODY + 4 + 1 + 4 + 1;

    private final ByteBuf bytes;
    private final Runnable giveBack;

    Request(ByteBuf bytes, Runnable giveBack) {
        this.bytes = bytes;
        this.giveBack = giveBack;
    }

    int id() {
        return bytes.getIntLE(bytes.readerIndex() + ID);
    }

    int operation() {
        return bytes.getIntLE(bytes.readerIndex() + OPERATION);
    }

    boolean wantsAnswer() {
        return operation() == QUERY || (flags() & MORE_TO_COME) == 0;
    }

    int flags() {
        return bytes.readableBytes() < BODY + 4 ? 0 : bytes.getIntLE(bytes.readerIndex() + BODY);
    }

    /** All behind the header. */
    ByteBuf body() {
        return bytes.slice(bytes.readerIndex() + BODY, bytes.readableBytes() - BODY);
    }

    /** As far as it can be told without decoding. */
    String commandName() {
        int start = bytes.readerIndex() + FIRST_NAME_OF_MESSAGE;
        if (operation() != MESSAGE || start >= bytes.writerIndex()) {
            return "";
        }
        int length = bytes.bytesBefore(start, bytes.writerIndex() - start, (byte) 0);
        return length < 0 ? "" : bytes.toString(start, length, StandardCharsets.UTF_8);
    }

    static int read(ByteBuf body) {
        if (body.readableBytes() < Integer.BYTES) {
            throw Refusal.invalidBson("A request is cut short");
        }
        return body.readIntLE();
    }

    void done() {
        bytes.release();
        giveBack.run();
    }
}
