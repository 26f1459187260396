package org.ncsoversight.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a service must do while its database is away or frozen, and when it is back. */
public interface UnavailableStoreSpecification {

    Duration CALLERS_WAIT = Duration.ofSeconds(6);
    Duration PROBES_WAIT = Duration.ofSeconds(2);

    /** What the service takes for its database. */
    FreezableProxy store();

    int mainPort();

    int managementPort();

    /** Something that the service reads its database for, with a token that may see it. */
    String apiPath();

    /** A page of which the same holds. */
    String pagePath();

    String token();

    @AfterEach
    default void bringItBack() {
        store().comeBack();
        Ask.until(this::readiness, answer -> answer.statusCode() == 200);
        Ask.until(this::api, answer -> answer.statusCode() == 200);
    }

    @Test
    default void a_database_that_is_away_is_said_in_time() {
        Ask.until(this::api, answer -> answer.statusCode() == 200);

        store().goAway();

        assertUnavailable();
    }

    @Test
    default void a_database_that_is_frozen_is_said_in_time() {
        Ask.until(this::api, answer -> answer.statusCode() == 200);

        store().freeze();

        // The first one finds open connections, the next one finds none.
        assertUnavailable();
        assertUnavailable();
    }

    private void assertUnavailable() {
        HttpResponse<String> api = api();
        assertThat(api.statusCode()).isEqualTo(503);
        assertThat(api.headers().firstValue("Retry-After")).isPresent();
        assertThat(api.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        HttpResponse<String> page = page();
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("<main", "again in a minute").doesNotContain("Exception", "Whitelabel");
        assertThat(readiness().statusCode()).isEqualTo(503);
        assertThat(Ask.within(PROBES_WAIT, Ask.at(managementPort(), "/actuator/health/liveness"))
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> api() {
        return Ask.within(CALLERS_WAIT, asked(apiPath()).header("Accept", "application/json"));
    }

    private HttpResponse<String> page() {
        return Ask.within(CALLERS_WAIT, asked(pagePath()).header("Accept", "text/html"));
    }

    private HttpRequest.Builder asked(String path) {
        return Ask.at(mainPort(), path).header("Authorization", "Bearer " + token());
    }

    private HttpResponse<String> readiness() {
        return Ask.within(PROBES_WAIT, Ask.at(managementPort(), "/actuator/health/readiness"));
    }
}
