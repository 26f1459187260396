package org.ncsoversight.evidence.files.scanning;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Bytes on their way to clamd: chunks, each behind its length, up to the limit that clamd has as StreamMaxLength. */
final class InStream extends OutputStream {

    /** More than the scanner would take. */
    static final class LimitReached extends IOException {

        private static final long serialVersionUID = 1;
    }

    private static final int CHUNK_IN_BYTES = 1 << 16;

    private final SocketChannel channel;
    private final long limitInBytes;
    private long sent;

    InStream(SocketChannel channel, long limitInBytes) {
        this.channel = channel;
        this.limitInBytes = limitInBytes;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        sent += length;
        if (sent > limitInBytes) {
            throw new LimitReached();
        }
        for (int done = 0; done < length; done += CHUNK_IN_BYTES) {
            int size = Math.min(CHUNK_IN_BYTES, length - done);
            var chunk = ByteBuffer.allocate(Integer.BYTES + size).putInt(size).put(bytes, from + done, size);
            send(chunk.flip());
        }
    }

    /** A chunk of no bytes says that all is there. */
    void end() throws IOException {
        send(ByteBuffer.allocate(Integer.BYTES));
    }

    void send(ByteBuffer bytes) throws ScannerGone {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new ScannerGone(e);
        }
    }
}
