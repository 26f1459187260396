package org.ncsoversight.gateway.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts a page of a part into the frame, keeping its status. */
@Component
public class PageShell {

    // What described the page before it was framed is no longer true of it; pages are never kept.
    private static final Set<String> OF_THE_UNFRAMED_PAGE = Set.of(
            HttpHeaders.CONTENT_LENGTH.toLowerCase(java.util.Locale.ROOT),
            "content-type",
            "content-encoding",
            "etag",
            "last-modified",
            "accept-ranges",
            "cache-control");

    private final Frame frame;
    private final ShellSettings settings;

    PageShell(Frame frame, ShellSettings settings) {
        this.frame = frame;
        this.settings = settings;
    }

    public ServerResponse around(
            InputStream body, @Nullable Charset charset, ServerResponse received, HttpServletRequest request)
            throws IOException {
        byte[] html = body.readNBytes(Math.toIntExact(settings.largestPage().toBytes()) + 1);
        if (html.length > settings.largestPage().toBytes()) {
            throw new IOException("A page is larger than " + settings.largestPage());
        }
        var page = ServicePage.read(new String(html, charset == null ? StandardCharsets.UTF_8 : charset));
        byte[] framed = frame.around(page, request).getBytes(StandardCharsets.UTF_8);
        return ServerResponse.status(received.statusCode())
                .headers(headers -> received.headers().forEach((name, values) -> {
                    if (!OF_THE_UNFRAMED_PAGE.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                        headers.addAll(name, values);
                    }
                }))
                .build((_, response) -> {
                    response.setContentType("text/html;charset=UTF-8");
                    response.setContentLength(framed.length);
                    response.getOutputStream().write(framed);
                    return null;
                });
    }
}
