package org.ncsoversight.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ncsoversight.gateway.running.RunningGateway;

class StartingIT {

    @Test
    void who_comes_before_it_has_started_is_asked_to_come_again() {
        List<HttpResponse<String>> early = new ArrayList<>();
        try (var gateway = RunningGateway.another(port -> early.add(get(port)))) {
            assertThat(early).singleElement().satisfies(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            });
            assertThat(get(gateway.port).statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(int port) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/criteria/calendar/a-secret.ics"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
