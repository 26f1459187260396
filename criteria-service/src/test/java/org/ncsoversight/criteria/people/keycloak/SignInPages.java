package org.ncsoversight.criteria.people.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ncsoversight.backing.Keycloak;

/** A browser without scripts that signs in to the gateway of a realm, from an address of its own. */
final class SignInPages {

    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final String BACK = "http://localhost/login/oauth2/code/keycloak";
    private static final String VERIFIER = "a".repeat(50);

    private final HttpClient http;
    private final String issuer;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String page = "";

    /** The code that the gateway gets; empty while there is something left to do. */
    private String code = "";

    SignInPages(String issuer, String from) {
        try {
            this.issuer = issuer;
            this.http = HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName(from))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SignInPages(String issuer) {
        this(issuer, "127.0.0.1");
    }

    /** Forgets where it was, not who it is. */
    SignInPages open() {
        code = "";
        follow(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/auth?client_id=gateway"
                + "&response_type=code&scope=openid&code_challenge_method=S256&code_challenge=" + challenge()
                + "&redirect_uri=" + encoded(BACK))));
        return this;
    }

    /** Sends the form of the page. */
    SignInPages send(Map<String, String> fields) {
        Matcher action = ACTION.matcher(page);
        if (!action.find()) {
            throw new IllegalStateException("No form: " + page);
        }
        follow(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
        return this;
    }

    SignInPages signIn(String username, String password) {
        return open().send(Map.of("username", username, "password", password));
    }

    String page() {
        return page;
    }

    boolean isIn() {
        return !code.isEmpty();
    }

    void forgetCookies() {
        cookies.clear();
    }

    /** What the gateway makes of the code, as JSON. */
    String tokens() {
        return token(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", BACK, "code_verifier", VERIFIER));
    }

    /** The answer of the place where the gateway gets tokens, as JSON. */
    String token(Map<String, String> fields) {
        String secret = Base64.getEncoder()
                .encodeToString(("gateway:" + encoded(Keycloak.SECRET)).getBytes(StandardCharsets.UTF_8));
        return answer(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                        .header("Authorization", "Basic " + secret)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields))))
                .body();
    }

    private void follow(HttpRequest.Builder request) {
        HttpResponse<String> answer = answer(request);
        while (answer.statusCode() / 100 == 3) {
            String to = answer.headers().firstValue("Location").orElseThrow();
            if (to.startsWith(BACK)) {
                code = to.replaceFirst(".*[?&]code=([^&]*).*", "$1");
                page = "";
                return;
            }
            answer = answer(HttpRequest.newBuilder(URI.create(to)));
        }
        page = answer.body();
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            // As browsers do on the loopback interface, Secure or not.
            if (!cookies.isEmpty()) {
                request.header("Cookie", String.join("; ", cookies.values()));
            }
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("set-cookie").stream()
                    .map(cookie -> cookie.split(";", 2)[0])
                    .forEach(pair -> cookies.put(pair.split("=", 2)[0], pair));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
