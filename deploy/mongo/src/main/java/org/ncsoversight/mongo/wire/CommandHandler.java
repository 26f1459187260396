package org.ncsoversight.mongo.wire;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.stream.ChunkedStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.MemoryBudget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the requests of one client, one after the other; while one is being answered no more is read.
 *
 * <p>In the thread of the connection, since handing over takes longer than most commands do. Only those that may read a
 * whole collection have threads of their own: other clients share the thread of this one.
 */
final class CommandHandler extends SimpleChannelInboundHandler<Request> {

    private static final Logger log = LoggerFactory.getLogger(CommandHandler.class);

    /** Only so much of an answer is copied for the network at a time. */
    private static final int PIECE_IN_BYTES = 64 << 10;

    private static final int REPLY = 1;
    private static final int AROUND_A_MESSAGE_IN_BYTES = 16 + 4 + 1;
    private static final int AROUND_A_REPLY_IN_BYTES = 16 + 4 + 8 + 4 + 4;
    private static final AtomicInteger ANSWERS = new AtomicInteger();

    private final Commands commands;
    private final MemoryBudget budget;
    private final Executor heavy;
    private final Queue<Request> waiting = new ArrayDeque<>();
    private boolean busy;

    CommandHandler(Commands commands, MemoryBudget budget, Executor heavy) {
        this.commands = commands;
        this.budget = budget;
        this.heavy = heavy;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Request request) {
        if (busy) {
            waiting.add(request);
        } else {
            begin(context, request);
        }
    }

    private void begin(ChannelHandlerContext context, Request request) {
        busy = true;
        if (!commands.isHeavy(request.commandName())) {
            answer(context, request);
            return;
        }
        context.channel().config().setAutoRead(false);
        try {
            heavy.execute(() -> answer(context, request));
        } catch (RejectedExecutionException e) {
            request.done();
            var _ = context.close();
        }
    }

    private void answer(ChannelHandlerContext context, Request request) {
        Allowance allowance = budget.open();
        boolean wanted = request.wantsAnswer();
        ByteBuf answer = answerOrError(context, request, allowance);
        ByteBuf whole = Unpooled.wrappedBuffer(header(request, answer.readableBytes()), answer);
        request.done();
        if (wanted) {
            Object pieces = whole.readableBytes() <= PIECE_IN_BYTES
                    ? whole
                    : new ChunkedStream(new ByteBufInputStream(whole), PIECE_IN_BYTES);
            var _ = context.writeAndFlush(pieces).addListener(_ -> done(context, allowance));
        } else {
            context.executor().execute(() -> done(context, allowance));
        }
    }

    private ByteBuf answerOrError(ChannelHandlerContext context, Request request, Allowance allowance) {
        try {
            Command command = Command.of(request, allowance);
            return commands.answer(context.channel(), command.database(), command.document(), allowance);
        } catch (MongoServerException e) {
            log.debug("Refused {}", request.commandName(), e);
            return encode(errorOf(e));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.error("Failed to answer {}", request.commandName(), e);
            return encode(errorOf(new MongoServerError(8, "UnknownError", "Unknown error: " + e.getMessage())));
        }
    }

    private static Document errorOf(MongoServerException e) {
        var error = new Document("ok", 0).append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError known) {
            error.put("code", known.getCode());
            error.putIfNotNull("codeName", known.getCodeName());
        }
        return error;
    }

    private static ByteBuf encode(Document document) {
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bytes);
        return bytes;
    }

    private static ByteBuf header(Request request, int length) {
        boolean asReply = request.operation() == Request.QUERY;
        ByteBuf header = Unpooled.buffer(AROUND_A_REPLY_IN_BYTES);
        header.writeIntLE(length + (asReply ? AROUND_A_REPLY_IN_BYTES : AROUND_A_MESSAGE_IN_BYTES));
        header.writeIntLE(ANSWERS.incrementAndGet());
        header.writeIntLE(request.id());
        header.writeIntLE(asReply ? REPLY : Request.MESSAGE);
        header.writeIntLE(0);
        if (asReply) {
            header.writeLongLE(0).writeIntLE(0).writeIntLE(1);
        } else {
            header.writeByte(0);
        }
        return header;
    }

    /** In the thread of the connection. */
    private void done(ChannelHandlerContext context, Allowance allowance) {
        allowance.close();
        busy = false;
        Request next = waiting.poll();
        if (next != null) {
            begin(context, next);
        } else {
            context.channel().config().setAutoRead(true);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        waiting.forEach(Request::done);
        waiting.clear();
        commands.disconnected(context.channel());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        log.warn("Closing the connection of {}: {}", context.channel().remoteAddress(), cause.toString());
        var _ = context.close();
    }
}
