package org.ncsoversight.gateway.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts a page of a part into the frame, keeping its status. */
@Component
public class PageShell {

    // What described the page before it was framed is no longer true of it; pages are never kept.
    private static final Set<String> OF_THE_UNFRAMED_PAGE = Set.of(
            "content-length",
            "content-type",
            "content-encoding",
            "etag",
            "last-modified",
            "accept-ranges",
            "content-security-policy",
            "cache-control");

    private final Frame frame;
    private final ShellSettings settings;

    PageShell(Frame frame, ShellSettings settings) {
        this.frame = frame;
        this.settings = settings;
    }

    /** No page is larger than this, in bytes. */
    public int largestPage() {
        return Math.toIntExact(settings.largestPage().toBytes());
    }

    public ServerResponse around(byte[] html, ServerResponse received, HttpServletRequest request) {
        MediaType type = received.headers().getContentType();
        Charset charset = type == null ? null : type.getCharset();
        var page = ServicePage.read(new String(html, charset == null ? StandardCharsets.UTF_8 : charset));
        byte[] framed = frame.around(page, request).getBytes(StandardCharsets.UTF_8);
        return ServerResponse.status(received.statusCode())
                .headers(headers -> keep(received, headers))
                .build((_, response) -> {
                    response.setContentType("text/html;charset=UTF-8");
                    response.setContentLength(framed.length);
                    response.getOutputStream().write(framed);
                    return null;
                });
    }

    /** The same without the page, for who asks for the head alone. */
    public ServerResponse head(ServerResponse received) {
        return ServerResponse.status(received.statusCode())
                .headers(headers -> keep(received, headers))
                .build((_, response) -> {
                    response.setContentType("text/html;charset=UTF-8");
                    return null;
                });
    }

    private static void keep(ServerResponse received, HttpHeaders headers) {
        received.headers().forEach((name, values) -> {
            if (!OF_THE_UNFRAMED_PAGE.contains(name.toLowerCase(Locale.ROOT))) {
                headers.addAll(name, values);
            }
        });
    }
}
