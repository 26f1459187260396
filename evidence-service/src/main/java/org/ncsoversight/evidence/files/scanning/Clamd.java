package org.ncsoversight.evidence.files.scanning;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Speaks to ClamAV's clamd: one connection per file, the file in chunks, one line back. */
final class Clamd {

    /** Writes a file into the scanner. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream scanner) throws IOException;
    }

    private static final byte[] INSTREAM = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ANSWER_IN_BYTES = 4096;
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

    private final ClamdSettings settings;

    Clamd(ClamdSettings settings) {
        this.settings = settings;
    }

    /** Trouble with the file itself is thrown; trouble with the scanner is a verdict. */
    Verdict scan(Content content) throws IOException {
        try (SocketChannel channel = open()) {
            var inTime = closeAfterTimeout(channel);
            try {
                return scan(content, channel);
            } finally {
                inTime.complete(channel);
            }
        } catch (ScannerGone e) {
            return new Verdict.Away(e.why());
        }
    }

    private Verdict scan(Content content, SocketChannel channel) throws IOException {
        var stream = new InStream(channel, settings.streamMaxLength().toBytes());
        try {
            try {
                channel.connect(settings.socketAddress());
                stream.send(ByteBuffer.wrap(INSTREAM));
            } catch (IOException | UnresolvedAddressException e) {
                throw new ScannerGone(e);
            }
            content.writeTo(stream);
            stream.end();
        } catch (InStream.LimitReached _) {
            return new Verdict.TooLarge();
        } catch (ScannerGone e) {
            return refusalBeforeTheEnd(channel, e);
        }
        return verdict(answer(channel));
    }

    /** A scanner that has had enough says so and hangs up while we still send. */
    private static Verdict refusalBeforeTheEnd(SocketChannel channel, ScannerGone gone) throws ScannerGone {
        try {
            Verdict verdict = verdict(answer(channel));
            if (verdict instanceof Verdict.TooLarge) {
                return verdict;
            }
        } catch (ScannerGone _) {
            // It said nothing, so the first trouble counts.
        }
        throw gone;
    }

    private SocketChannel open() throws ScannerGone {
        try {
            return settings.socketAddress() instanceof UnixDomainSocketAddress
                    ? SocketChannel.open(StandardProtocolFamily.UNIX)
                    : SocketChannel.open();
        } catch (IOException e) {
            throw new ScannerGone(e);
        }
    }

    /** One limit for connecting, sending and waiting, for both kinds of socket: whatever hangs ends with an exception. */
    private CompletableFuture<SocketChannel> closeAfterTimeout(SocketChannel channel) {
        var done = new CompletableFuture<SocketChannel>();
        done.orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> {
            try {
                channel.close();
            } catch (IOException _) {
                // It is closed again, and reported, by the one who opened it.
            }
            return channel;
        });
        return done;
    }

    private static String answer(SocketChannel channel) throws ScannerGone {
        try {
            byte[] answer = Channels.newInputStream(channel).readNBytes(LONGEST_ANSWER_IN_BYTES);
            return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        } catch (IOException e) {
            throw new ScannerGone(e);
        }
    }

    private static Verdict verdict(String answer) throws ScannerGone {
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        var found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Verdict.Infected(found.group(1));
        }
        if (answer.contains("size limit exceeded")) {
            return new Verdict.TooLarge();
        }
        if (answer.isEmpty()) {
            throw new ScannerGone("no answer");
        }
        return new Verdict.Failed(answer);
    }
}
