package org.ncsoversight.mongo.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ncsoversight.mongo.memory.Limits;
import org.ncsoversight.mongo.memory.MemoryBudget;

/**
 * Listens, and has commands answered by a bounded number of threads: a few for those that may read whole collections,
 * those of the connections for the rest, so that a page is served while summaries are made.
 */
public final class WireServer implements AutoCloseable {

    /** More than the processors, because a command keeps its thread while it waits for a lock or the disk. */
    private static final int THREADS = 32;

    private static final int BACKLOG = 100;
    private static final int LONGEST_WRITE_IN_SECONDS = 60;
    private static final int LONGEST_CLOSING_IN_SECONDS = 10;

    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final EventLoopGroup network = new MultiThreadIoEventLoopGroup(THREADS, NioIoHandler.newFactory());
    private final ExecutorService heavy;
    private final Channel listening;

    private WireServer(InetSocketAddress address, Commands commands, MemoryBudget budget) {
        Limits limits = budget.limits();
        var requests = new RequestMemory(limits.requestsInBytes());
        heavy = pool("heavy-command", limits.heavyCommands());
        var bootstrap = new ServerBootstrap()
                .group(network)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                // Pools keep what was once needed; on the heap it is counted with everything else.
                .childOption(ChannelOption.ALLOCATOR, new UnpooledByteBufAllocator(false))
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        if (clients.size() >= limits.connections()) {
                            var _ = client.close();
                            return;
                        }
                        clients.add(client);
                        client.pipeline()
                                .addLast(new WriteTimeoutHandler(LONGEST_WRITE_IN_SECONDS))
                                .addLast(new ChunkedWriteHandler())
                                .addLast(new RequestDecoder(limits.messageInBytes(), requests))
                                .addLast(new CommandHandler(commands, budget, heavy));
                    }
                });
        listening = bootstrap.bind(address).syncUninterruptibly().channel();
    }

    public static WireServer start(InetSocketAddress address, Commands commands, MemoryBudget budget) {
        return new WireServer(address, commands, budget);
    }

    private static ExecutorService pool(String name, int threads) {
        return Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    /** Answers what has been asked, then says no more. */
    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        heavy.shutdown();
        try {
            heavy.awaitTermination(LONGEST_CLOSING_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clients.close().syncUninterruptibly();
        network.shutdownGracefully(0, LONGEST_CLOSING_IN_SECONDS, TimeUnit.SECONDS)
                .syncUninterruptibly();
    }
}
