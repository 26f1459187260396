package org.ncsoversight.answers.repeating;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request whose body is fingerprinted as it goes by, never held. */
final class DigestedRequest extends HttpServletRequestWrapper {

    private static final int PIECE_IN_BYTES = 1 << 16;

    private final RequestDigest digest;
    private @Nullable Body body;

    DigestedRequest(HttpServletRequest request) throws IOException, ServletException {
        super(request);
        digest = RequestDigest.of(request);
    }

    /** Reads what the endpoint left unread first; a body cut short is an exception, never half a fingerprint. */
    String fingerprint() throws IOException {
        var piece = new byte[PIECE_IN_BYTES];
        Body all = body();
        while (all.read(piece, 0, piece.length) >= 0) {
            // The digest sees it go by.
        }
        return digest.hexadecimal();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body();
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var encoding =
                Charset.forName(Objects.requireNonNullElse(getCharacterEncoding(), StandardCharsets.UTF_8.name()));
        return new BufferedReader(new InputStreamReader(body(), encoding));
    }

    private Body body() throws IOException {
        Body known = body;
        if (known == null) {
            known = new Body(super.getInputStream());
            body = known;
        }
        return known;
    }

    /** Tells the digest of every byte read. */
    private final class Body extends ServletInputStream {

        private final ServletInputStream original;

        private Body(ServletInputStream original) {
            this.original = original;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = original.read(bytes, from, length);
            if (read > 0) {
                digest.update(bytes, from, read);
            }
            return read;
        }

        /** Left open, so that what was not read can be. */
        @Override
        public void close() {}

        @Override
        public boolean isFinished() {
            return original.isFinished();
        }

        @Override
        public boolean isReady() {
            return original.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            original.setReadListener(listener);
        }
    }
}
