package org.ncsoversight.gateway.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Bytes to the gateway and back, for what no HTTP client would send. */
public final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_IN_MILLIS = 30_000;

    private final Socket socket;

    public RawConnection(RunningGateway gateway) throws IOException {
        socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(gateway.url).getPort());
        socket.setSoTimeout(PATIENCE_IN_MILLIS);
    }

    public RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** All that comes until the other end closes. */
    public String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    /** The first bytes that come. */
    public String readSome() throws IOException {
        var some = new byte[16_384];
        int read = socket.getInputStream().read(some);
        return read == -1 ? "" : new String(some, 0, read, ISO_8859_1);
    }

    /** Sends one letter after the other, so often, until the other end has had enough; answers with what it said. */
    public String drip(Duration every) throws IOException {
        try (var drops = Executors.newSingleThreadScheduledExecutor()) {
            var dripping = drops.scheduleAtFixedRate(this::drop, 0, every.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return untilCut(socket.getInputStream());
            } finally {
                dripping.cancel(true);
            }
        }
    }

    private void drop() {
        try {
            send("x");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String untilCut(InputStream in) {
        var heard = new StringBuilder();
        try {
            for (int next = in.read(); next != -1; next = in.read()) {
                heard.append((char) next);
            }
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("Nobody cut it", e);
        } catch (IOException e) {
            // Cut off hard, which is as good.
        }
        return heard.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
