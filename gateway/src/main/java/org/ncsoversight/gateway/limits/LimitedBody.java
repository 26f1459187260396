package org.ncsoversight.gateway.limits;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

/**
 * A request whose body ends in {@link BodyTooLarge} when more comes than allowed, whatever its headers said, and in
 * {@link BodyTooSlow} when it comes too slowly.
 */
final class LimitedBody extends HttpServletRequestWrapper {

    private final DataSize limit;
    private final Patience patience;
    private @Nullable Counted body;

    LimitedBody(HttpServletRequest request, DataSize limit, Patience patience) {
        super(request);
        this.limit = limit;
        this.patience = patience;
    }

    /** Whether the headers say that there is no body. */
    boolean isEmpty() {
        return getContentLengthLong() <= 0 && getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    /**
     * Reads what nobody wanted, once everything is answered: a browser shows an answer only when it got rid of all it
     * had to send. Who waits to be asked for the body is not asked.
     */
    void drain() throws IOException {
        if (body == null && getHeader(HttpHeaders.EXPECT) != null) {
            return;
        }
        counted().drain(patience.refusedBody().toBytes());
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return counted();
    }

    private Counted counted() throws IOException {
        if (body == null) {
            body = new Counted(super.getInputStream(), limit, new Pace(patience));
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream source;
        private final DataSize limit;
        private final Pace pace;
        private long count;

        Counted(ServletInputStream source, DataSize limit, Pace pace) {
            this.source = source;
            this.limit = limit;
            this.pace = pace;
        }

        void drain(long most) throws IOException {
            var piece = new byte[16 * 1024];
            for (long left = most; left > 0 && !source.isFinished(); ) {
                int read = pace.read(source, piece, 0, piece.length);
                if (read == -1) {
                    return;
                }
                left -= read;
            }
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = pace.read(source, buffer, offset, length);
            count += Math.max(read, 0);
            if (count > limit.toBytes()) {
                throw new BodyTooLarge(limit);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("Bodies are read by blocking, on virtual threads");
        }
    }
}
