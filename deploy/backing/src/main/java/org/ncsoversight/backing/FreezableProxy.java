package org.ncsoversight.backing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a server, so that a test can make the server silent or unreachable and bring it back under
 * the same address.
 */
public final class FreezableProxy implements AutoCloseable {

    private static final int BUFFER_IN_BYTES = 16 * 1024;

    private final InetSocketAddress target;
    private final int port;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private boolean frozen;
    private @Nullable ServerSocket listening;

    private FreezableProxy(InetSocketAddress target) {
        this.target = target;
        try {
            ServerSocket first = listen(0);
            port = first.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before a server with a single address, such as {@code mongodb://127.0.0.1:27017/name}. */
    public static FreezableProxy before(String address) {
        URI uri = URI.create(address);
        return new FreezableProxy(new InetSocketAddress(uri.getHost(), uri.getPort()));
    }

    /** The same address, by way of this proxy. */
    public String inPlaceOf(String address) {
        URI uri = URI.create(address);
        return address.replaceFirst(
                uri.getHost() + ":" + uri.getPort(),
                InetAddress.getLoopbackAddress().getHostAddress() + ":" + port);
    }

    /** From now on connections are accepted and nothing passes, as with a process that was stopped by SIGSTOP. */
    public void freeze() {
        synchronized (gate) {
            frozen = true;
        }
    }

    /** From now on nobody listens, and every connection is cut, as with a process that was killed. */
    public synchronized void goAway() {
        close(listening);
        listening = null;
        open.forEach(FreezableProxy::close);
        open.clear();
    }

    /** Everything as before; what was sent to a frozen server arrives now. */
    public synchronized void comeBack() {
        synchronized (gate) {
            frozen = false;
            gate.notifyAll();
        }
        if (listening == null) {
            try {
                listen(port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        goAway();
        synchronized (gate) {
            frozen = false;
            gate.notifyAll();
        }
    }

    private synchronized ServerSocket listen(int wanted) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        listening = socket;
        Thread.ofVirtual().start(() -> accept(socket));
        return socket;
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                Socket client = socket.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> connect(client));
            }
        } catch (IOException e) {
            close(socket);
        }
    }

    private void connect(Socket client) {
        try {
            awaitThaw();
            var server = new Socket(target.getAddress(), target.getPort());
            open.add(server);
            Thread.ofVirtual().start(() -> pass(server, client));
            pass(client, server);
        } catch (IOException e) {
            close(client);
        }
    }

    private void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[BUFFER_IN_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitThaw();
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One side is gone, so the other one goes too.
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private void awaitThaw() throws IOException {
        synchronized (gate) {
            while (frozen) {
                try {
                    gate.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
        }
    }

    private static void close(@Nullable Closeable connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (IOException e) {
            // It is as good as closed.
        }
    }
}
