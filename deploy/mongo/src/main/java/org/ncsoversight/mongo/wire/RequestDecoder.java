package org.ncsoversight.mongo.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Cuts requests out of what a client sends; a large one only begins when there is room for all of it. */
final class RequestDecoder extends ByteToMessageDecoder {

    private static final int HEADER_IN_BYTES = 16;

    /** Smaller requests are not counted: there are never more of them than connections. */
    private static final int LARGE_IN_BYTES = 16 << 10;

    private static final int LONGEST_IN_SECONDS = 60;

    private final int largestInBytes;
    private final RequestMemory memory;

    /** Of the request that has begun; only touched by the thread of the connection. */
    private long held;

    private boolean waiting;
    private boolean gone;
    private @Nullable Future<?> deadline;

    RequestDecoder(int largestInBytes, RequestMemory memory) {
        this.largestInBytes = largestInBytes;
        this.memory = memory;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (waiting) {
            context.channel().config().setAutoRead(false); // Another request may have turned it on.
            return;
        }
        if (in.readableBytes() < HEADER_IN_BYTES) {
            return;
        }
        int length = in.getIntLE(in.readerIndex());
        if (length < HEADER_IN_BYTES || length > largestInBytes) {
            throw new CorruptedFrameException("A request of " + length + " bytes");
        }
        if (length > LARGE_IN_BYTES && held == 0 && !begin(context, length)) {
            return;
        }
        if (in.readableBytes() >= length) {
            long taken = held;
            out.add(new Request(in.readRetainedSlice(length), () -> memory.giveBack(taken)));
            held = 0;
            end();
        }
    }

    private boolean begin(ChannelHandlerContext context, int length) {
        boolean room = memory.take(length, () -> context.executor().execute(() -> goOn(context, length)));
        if (room) {
            held = length;
            setDeadline(context);
        } else {
            waiting = true;
            context.channel().config().setAutoRead(false);
        }
        return room;
    }

    private void goOn(ChannelHandlerContext context, int length) {
        if (gone) {
            memory.giveBack(length);
            return;
        }
        waiting = false;
        held = length;
        setDeadline(context);
        context.channel().config().setAutoRead(true);
        context.pipeline().fireChannelRead(Unpooled.EMPTY_BUFFER); // It may be here already.
    }

    private void setDeadline(ChannelHandlerContext context) {
        Runnable close = () -> {
            var _ = context.close();
        };
        deadline = context.executor().schedule(close, LONGEST_IN_SECONDS, TimeUnit.SECONDS);
    }

    private void end() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) {
        gone = true;
        end();
        memory.giveBack(held);
        held = 0;
    }
}
