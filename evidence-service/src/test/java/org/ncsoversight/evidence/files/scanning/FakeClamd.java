package org.ncsoversight.evidence.files.scanning;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** What a real clamd cannot be made to do on demand: hang, hang up, or fail. */
final class FakeClamd implements AutoCloseable {

    /** What one connection gets. */
    @FunctionalInterface
    interface Manners {
        void meet(Socket caller, CountDownLatch closing) throws Exception;
    }

    /** Takes everything in and never says a word. */
    static final Manners SILENT = (caller, closing) -> closing.await();

    static final Manners HANGS_UP = (caller, closing) -> caller.close();

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final CountDownLatch closing = new CountDownLatch(1);

    FakeClamd(Manners manners) throws IOException {
        Thread.ofVirtual().start(() -> serve(manners));
    }

    static Manners answers(String answer) {
        return (caller, closing) -> {
            readToTheEnd(caller.getInputStream());
            caller.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.UTF_8));
        };
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void serve(Manners manners) {
        while (!server.isClosed()) {
            try (var caller = server.accept()) {
                manners.meet(caller, closing);
            } catch (Exception _) {
                // The test looks at what the caller makes of it.
            }
        }
    }

    private static void readToTheEnd(InputStream in) throws IOException {
        in.readNBytes("zINSTREAM\0".length());
        for (int size = size(in); size > 0; size = size(in)) {
            in.skipNBytes(size);
        }
    }

    private static int size(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(Integer.BYTES);
        return ByteBuffer.wrap(bytes).getInt();
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        server.close();
    }
}
