package org.ncsoversight.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every process must do on the port for those who run the platform, and must not do on the other one. */
public interface ManagementPortSpecification {

    /** What the process under test must be given as {@code METRICS_TOKEN}. */
    String METRICS_TOKEN = "token of those who watch";

    /** Those that every process has. */
    List<String> SERIES_OF_ALL = List.of("jvm_memory_used_bytes", "http_server_requests_seconds_count");

    int mainPort();

    int managementPort();

    /** Further series that must be there, as Prometheus spells them. */
    List<String> series();

    @Test
    default void metrics_are_for_those_who_have_the_token() {
        assertThat(metrics("").statusCode()).isEqualTo(401);
        assertThat(metrics("").headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(metrics(METRICS_TOKEN + "x").statusCode()).isEqualTo(401);
        assertThat(metrics(METRICS_TOKEN.substring(1)).statusCode()).isEqualTo(401);

        assertThat(metrics(METRICS_TOKEN).statusCode()).isEqualTo(200);
    }

    @Test
    default void metrics_tell_what_has_to_be_watched() {
        get(mainPort(), "/");
        Ask.until(
                () -> metrics(METRICS_TOKEN).body(),
                body -> SERIES_OF_ALL.stream().allMatch(body::contains)
                        && series().stream().allMatch(body::contains));
    }

    @Test
    default void health_is_for_everybody_who_reaches_that_port() {
        for (String probe : List.of("liveness", "readiness")) {
            Ask.until(() -> get(managementPort(), "/actuator/health/" + probe), up -> up.statusCode() == 200);
        }
        assertThat(get(managementPort(), "/actuator/health/readiness").body()).doesNotContain("details", "components");
    }

    @Test
    default void nothing_else_is_answered_on_that_port() {
        for (String path : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/", "/api/anything")) {
            assertThat(get(managementPort(), path).statusCode()).as(path).isIn(401, 404);
        }
    }

    @Test
    default void nothing_of_it_is_answered_on_the_port_for_callers() {
        for (String path : List.of("", "/health", "/health/readiness", "/prometheus", "/env")) {
            assertThat(get(mainPort(), "/actuator" + path).statusCode())
                    .as(path)
                    .isIn(401, 404);
        }
    }

    private HttpResponse<String> metrics(String token) {
        var request = Ask.at(managementPort(), "/actuator/prometheus");
        return Ask.within(
                Duration.ofSeconds(30), token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    private static HttpResponse<String> get(int port, String path) {
        return Ask.within(Duration.ofSeconds(30), Ask.at(port, path));
    }
}
