package org.ncsoversight.gateway.running;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** Somebody who sends requests to the gateway, with cookies as a browser has them; follows no redirect. */
public final class Caller {

    private final RunningGateway gateway;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final Map<String, String> headers = new HashMap<>();

    Caller(RunningGateway gateway) {
        this.gateway = gateway;
    }

    public Caller with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Caller without(String header) {
        headers.remove(header);
        return this;
    }

    public RunningGateway gateway() {
        return gateway;
    }

    /** Wants pages, and says where it posts from, as browsers do. */
    public Caller browsing() {
        return with("Accept", "text/html,*/*;q=0.8").with("Origin", gateway.url);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String type, String body) {
        with("Content-Type", type);
        return send("POST", path, BodyPublishers.ofString(body), BodyHandlers.ofString());
    }

    public HttpResponse<InputStream> open(String path) {
        return send("GET", path, BodyPublishers.noBody(), BodyHandlers.ofInputStream());
    }

    public <T> HttpResponse<T> send(String method, String path, BodyPublisher body, BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : gateway.url + path))
                .method(method, body)
                .timeout(Duration.ofSeconds(30));
        headers.forEach(request::setHeader);
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String sessionCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("NCS_SESSION"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** As after a session that ended here without the browser knowing. */
    public void forgetSession() {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("NCS_SESSION"))
                .forEach(cookie -> cookie.setValue("0123456789ABCDEF0123456789ABCDEF"));
    }

    public boolean hasCookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .anyMatch(cookie -> cookie.getName().equals(name));
    }

    public Caller signIn(String role) {
        browsing();
        arrive(role);
        return this;
    }

    /** Goes through the sign-in page and comes back to the gateway; answers with where it sends the browser then. */
    public HttpResponse<String> arrive(String role) {
        return arrive(role, () -> {});
    }

    /** The same, while something happens at the sign-in page. */
    public HttpResponse<String> arrive(String role, Runnable meanwhile) {
        return arrive("/oauth2/authorization/keycloak", role, meanwhile);
    }

    /** The same, from an address that starts signing in. */
    public HttpResponse<String> arrive(String start, String role, Runnable meanwhile) {
        HttpResponse<String> toProvider = get(start);
        Map<String, String> asked =
                query(toProvider.headers().firstValue("Location").orElseThrow());
        String code = gateway.identityProvider.signIn(role, asked.get("nonce"), asked.get("code_challenge"));
        meanwhile.run();
        return get("/login/oauth2/code/keycloak?code=" + code + "&state=" + asked.get("state"));
    }

    private static Map<String, String> query(String address) {
        return UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .toSingleValueMap();
    }
}
