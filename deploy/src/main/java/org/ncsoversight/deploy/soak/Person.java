package org.ncsoversight.deploy.soak;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A demonstration user in a browser without scripts, who signs in again whenever the session is gone. */
final class Person {

    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final String username;
    private final URI home;
    private final Looks looks;
    private final HttpClient http;

    Person(String username, URI home, Looks looks) {
        this.username = username;
        this.home = home;
        this.looks = looks;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .cookieHandler(new LoopbackCookies())
                .build();
    }

    /** Browsers treat loopback as secure; Java's cookie store does not. */
    private static final class LoopbackCookies extends CookieManager {

        LoopbackCookies() {
            super(null, CookiePolicy.ACCEPT_ALL);
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            super.put(
                    uri,
                    headers.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, header -> insecure(header.getKey(), header.getValue()))));
        }

        private static List<String> insecure(String header, List<String> values) {
            return header.equalsIgnoreCase("set-cookie")
                    ? values.stream()
                            .map(value -> value.replaceAll("(?i);\\s*secure", ""))
                            .toList()
                    : values;
        }
    }

    /** Looks at a page; the time counts unless signing in was part of it. Answers what came, whatever it was. */
    HttpResponse<String> look(String path, String page) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> response;
        try {
            response = http.send(to(path).GET().build(), BodyHandlers.ofString());
        } catch (IOException e) {
            looks.add(new Looks.Look(page, began, System.nanoTime(), 0));
            throw e;
        }
        if (isSignIn(response)) {
            return signIn(response);
        }
        if (response.previousResponse().isEmpty()) {
            looks.add(new Looks.Look(page, began, System.nanoTime(), response.statusCode()));
        }
        return response;
    }

    /** Sends a form of a page of ours; whose session is gone has sent nothing. */
    HttpResponse<String> send(String path, Map<String, String> fields) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                to(path).header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", home.getScheme() + "://" + home.getAuthority())
                        .POST(BodyPublishers.ofString(encoded(fields)))
                        .build(),
                BodyHandlers.ofString());
        if (isSignIn(response)) {
            throw new IOException("signed out");
        }
        return response;
    }

    /** Listens to a live page until it ends; each line as it comes. */
    Stream<String> listen(String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(home.resolve(path))
                                .header("Accept", "text/event-stream")
                                .GET()
                                .build(),
                        BodyHandlers.ofLines())
                .body();
    }

    private HttpResponse<String> signIn(HttpResponse<String> page) throws IOException, InterruptedException {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IOException("the sign-in page has no form");
        }
        return http.send(
                HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                encoded(Map.of("username", username, "password", username + "-demo"))))
                        .build(),
                BodyHandlers.ofString());
    }

    private boolean isSignIn(HttpResponse<String> response) {
        return response.uri().getPort() != home.getPort() && response.statusCode() == 200;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(home.resolve(path)).timeout(TIMEOUT).header("Accept", "text/html");
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
