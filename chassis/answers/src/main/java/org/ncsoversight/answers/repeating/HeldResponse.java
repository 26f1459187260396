package org.ncsoversight.answers.repeating;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Holds a small answer back until it is kept; one beyond the limit goes out as it comes and is not kept. */
final class HeldResponse extends HttpServletResponseWrapper {

    /** Says before the first byte that the same key will not give this answer again. */
    static final String KEPT = "Idempotency-Kept";

    private final int limitInBytes;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final ServletOutputStream out = new Holding();
    private @Nullable PrintWriter writer;
    private boolean tooLarge;
    private boolean handedOver;

    HeldResponse(HttpServletResponse response, int limitInBytes) {
        super(response);
        this.limitInBytes = limitInBytes;
    }

    boolean isWhole() {
        flushWriter();
        return !tooLarge && !handedOver && !getResponse().isCommitted();
    }

    ByteBuffer body() {
        flushWriter();
        return ByteBuffer.wrap(held.toByteArray());
    }

    void send() throws IOException {
        flushWriter();
        if (!tooLarge) {
            held.writeTo(getResponse().getOutputStream());
        }
        getResponse().flushBuffer();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return out;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        PrintWriter known = writer;
        if (known == null) {
            known = new PrintWriter(new OutputStreamWriter(out, Charset.forName(getCharacterEncoding())));
            writer = known;
        }
        return known;
    }

    @Override
    public void flushBuffer() throws IOException {
        flushWriter();
        if (tooLarge) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        held.reset();
    }

    @Override
    public void reset() {
        super.reset();
        held.reset();
    }

    /** What is said then is written later, by somebody else. */
    @Override
    public void sendError(int status) throws IOException {
        handedOver = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        handedOver = true;
        super.sendError(status, message);
    }

    @Override
    public void setContentLength(int length) {
        // Set anew by the container when the whole is sent.
    }

    @Override
    public void setContentLengthLong(long length) {
        // The same.
    }

    private void flushWriter() {
        if (writer != null) {
            writer.flush();
        }
    }

    private void write(byte[] bytes, int from, int length) throws IOException {
        if (!tooLarge && held.size() + length > limitInBytes) {
            tooLarge = true;
            setHeader(KEPT, "false");
            held.writeTo(getResponse().getOutputStream());
            held.reset();
        }
        if (tooLarge) {
            getResponse().getOutputStream().write(bytes, from, length);
        } else {
            held.write(bytes, from, length);
        }
    }

    /** Where the endpoint writes. */
    private final class Holding extends ServletOutputStream {

        @Override
        public void write(int one) throws IOException {
            HeldResponse.this.write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            HeldResponse.this.write(bytes, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("answers are written by the thread of their request");
        }
    }
}
