package org.ncsoversight.criteria;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes to a realm's own sign-in page for the account console and fills it in. */
final class SignIn {

    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new LoopbackCookies())
            .followRedirects(Redirect.NORMAL)
            .build();
    private final String issuer;

    SignIn(String issuer) {
        this.issuer = issuer;
    }

    String page(String username, String password) {
        String form = send(HttpRequest.newBuilder(URI.create(issuer
                        + "/protocol/openid-connect/auth?client_id=account&response_type=code&scope=openid&redirect_uri="
                        + encoded(issuer + "/account/")))
                .GET());
        Matcher action = ACTION.matcher(form);
        if (!action.find()) {
            throw new IllegalStateException("No form to sign in with: " + form);
        }
        return send(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + encoded(username) + "&password=" + encoded(password))));
    }

    private String send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** On the loopback interface browsers send Secure cookies over plain HTTP; Java's own keeper does not. */
    private static final class LoopbackCookies extends CookieHandler {

        private final Map<String, String> cookies = new LinkedHashMap<>();

        @Override
        public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) {
            return cookies.isEmpty() ? Map.of() : Map.of("Cookie", List.of(String.join("; ", cookies.values())));
        }

        @Override
        public void put(URI address, Map<String, List<String>> headers) {
            headers.entrySet().stream()
                    .filter(header -> "set-cookie".equalsIgnoreCase(header.getKey()))
                    .flatMap(header -> header.getValue().stream())
                    .map(cookie -> cookie.split(";", 2)[0])
                    .forEach(pair -> cookies.put(pair.split("=", 2)[0], pair));
        }
    }
}
