package org.ncsoversight.gateway.routing;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** What a part answers, passed on piece by piece; events at once. */
final class BackendAnswer implements ServerResponse {

    private static final int PIECE_IN_BYTES = 16 * 1024;

    private final HttpUriRequestBase asked;
    private final ClassicHttpResponse received;
    private final OpenStreams streams;
    private final HttpHeaders headers = new HttpHeaders();
    private final MultiValueMap<String, Cookie> cookies = new LinkedMultiValueMap<>();

    BackendAnswer(HttpUriRequestBase asked, ClassicHttpResponse received, OpenStreams streams) {
        this.asked = asked;
        this.received = received;
        this.streams = streams;
    }

    ClassicHttpResponse received() {
        return received;
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(received.getCode());
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return cookies;
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        boolean complete = false;
        try {
            response.setStatus(received.getCode());
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                copy(response.getOutputStream());
            }
            complete = true;
        } finally {
            end(complete);
        }
        return null;
    }

    /** The body as a whole; more than the limit is an error. */
    byte[] read(int limitInBytes) throws IOException {
        boolean complete = false;
        try {
            byte[] read = body().readNBytes(limitInBytes + 1);
            if (read.length > limitInBytes) {
                throw new IOException("A page is larger than " + limitInBytes + " bytes");
            }
            complete = true;
            return read;
        } finally {
            end(complete);
        }
    }

    /** Lets go of the answer without reading it. */
    void drop() {
        end(false);
    }

    private void copy(OutputStream out) throws IOException {
        if (MediaType.TEXT_EVENT_STREAM.equalsTypeAndSubtype(headers.getContentType())) {
            copyEvents(out);
            return;
        }
        body().transferTo(out);
    }

    private void copyEvents(OutputStream out) throws IOException {
        streams.opened(asked);
        try {
            out.flush();
            var piece = new byte[PIECE_IN_BYTES];
            InputStream body = body();
            for (int read = body.read(piece); read != -1; read = body.read(piece)) {
                out.write(piece, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // Cut by us, it ends here as any stream ends; the browser comes again by itself.
            if (!streams.areBeingCut()) {
                throw e;
            }
        } finally {
            streams.ended(asked);
        }
    }

    private InputStream body() throws IOException {
        return received.getEntity() == null
                ? InputStream.nullInputStream()
                : received.getEntity().getContent();
    }

    // Closing alone reads on to the end, and an event stream has none.
    private void end(boolean complete) {
        if (!complete) {
            asked.cancel();
        }
        try {
            received.close();
        } catch (IOException e) {
            asked.cancel();
        }
    }
}
