package org.ncsoversight.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a service must do while nobody tells it the issuer's keys, and when somebody does again. */
public interface UnavailableIssuerSpecification {

    Duration CALLERS_WAIT = Duration.ofSeconds(6);

    /** What the service takes for the place where the issuer's keys are. */
    FreezableProxy issuer();

    int mainPort();

    String apiPath();

    String pagePath();

    String token();

    @AfterEach
    default void bringTheIssuerBack() {
        issuer().comeBack();
        Ask.until(() -> api(Tokens.ofUnknownKey()), answer -> answer.statusCode() == 401);
    }

    @Test
    default void a_known_key_still_opens_and_an_unknown_one_is_not_called_wrong() {
        Ask.until(() -> api(token()), answer -> answer.statusCode() == 200);
        issuer().goAway();

        assertUnchecked();
        assertThat(api(token()).statusCode()).isEqualTo(200);
    }

    @Test
    default void an_issuer_that_is_frozen_is_not_waited_for_long() {
        Ask.until(() -> api(token()), answer -> answer.statusCode() == 200);
        issuer().freeze();

        assertUnchecked();
        assertThat(api(token()).statusCode()).isEqualTo(200);
    }

    private void assertUnchecked() {
        // Keys that were fetched a moment ago are not asked for again, and then an unknown one is none of the issuer's.
        HttpResponse<String> api = Ask.until(() -> api(Tokens.ofUnknownKey()), answer -> answer.statusCode() != 401);
        assertThat(api.statusCode()).isEqualTo(503);
        assertThat(api.headers().firstValue("Retry-After")).isPresent();
        assertThat(api.body()).contains("/problems/", "sign-in service");
        HttpResponse<String> page = Ask.within(
                CALLERS_WAIT,
                Ask.at(mainPort(), pagePath())
                        .header("Authorization", "Bearer " + Tokens.ofUnknownKey())
                        .header("Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("<main", "sign-in service does not answer");
    }

    private HttpResponse<String> api(String token) {
        return Ask.within(
                CALLERS_WAIT,
                Ask.at(mainPort(), apiPath())
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json"));
    }
}
