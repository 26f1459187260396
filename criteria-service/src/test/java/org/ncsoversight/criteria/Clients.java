package org.ncsoversight.criteria;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Systems that ask for a token with an id and a secret. */
final class Clients {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Clients() {}

    /** The whole answer, a token or an error. */
    static String token(String issuer, String clientId, String secret) {
        String both = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                                    .header("Authorization", "Basic " + both)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
