package org.ncsoversight.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.HttpHeaders;

/** The one origin under which people and machines reach the platform. */
@ConfigurationProperties("gateway.public-address")
public record PublicAddress(URI url) {

    public PublicAddress {
        if (url.getHost() == null || !(url.getPath().isEmpty() || url.getPath().equals("/"))) {
            throw new IllegalArgumentException("PUBLIC_URL must be an origin such as http://localhost:8080");
        }
    }

    /** Scheme, host and port as a browser writes them in its Origin header. */
    public String origin() {
        return url.getScheme() + "://" + authority();
    }

    /** Whether a browser says that one of our own pages sent this. */
    public boolean sent(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null ? origin.equals(origin()) : "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    public String authority() {
        boolean usual = url.getPort() == -1 || url.getPort() == usualPort();
        return usual ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    public int port() {
        return url.getPort() == -1 ? usualPort() : url.getPort();
    }

    public boolean isSecure() {
        return "https".equals(url.getScheme());
    }

    private int usualPort() {
        return isSecure() ? 443 : 80;
    }
}
