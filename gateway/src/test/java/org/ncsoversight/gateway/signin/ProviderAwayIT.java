package org.ncsoversight.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ncsoversight.gateway.running.Caller;
import org.ncsoversight.gateway.running.RunningGateway;

/** Tokens live five minutes here, as in the realm as shipped, and are renewed from two minutes before their end. */
class ProviderAwayIT {

    private static final Duration STILL_NEW = Duration.ofMinutes(2);
    private static final Duration DUE = Duration.ofMinutes(4);
    private static final Duration ENDED = Duration.ofMinutes(6);

    private final RunningGateway gateway = RunningGateway.get();

    @Test
    void a_token_is_renewed_in_good_time_and_once() {
        var browser = gateway.person("analyst");
        int before = gateway.identityProvider.renewals.get();

        gateway.clock.moveOn(STILL_NEW);
        int early = browser.get("/readiness").statusCode();
        int renewalsWhileNew = gateway.identityProvider.renewals.get();
        gateway.clock.moveOn(STILL_NEW);
        gateway.identityProvider.accessTokenLife = Duration.ofMinutes(15);
        int first = browser.get("/readiness").statusCode();
        int second = browser.get("/readiness").statusCode();

        assertThat(early).isEqualTo(200);
        assertThat(renewalsWhileNew).isEqualTo(before);
        assertThat(first).isEqualTo(200);
        assertThat(second).isEqualTo(200);
        assertThat(gateway.identityProvider.renewals.get()).isEqualTo(before + 1);
    }

    @Test
    void each_refresh_token_is_used_once_and_the_next_one_kept() {
        var browser = gateway.person("analyst");
        int before = gateway.identityProvider.renewals.get();

        gateway.clock.moveOn(DUE);
        int first = browser.get("/readiness").statusCode();
        gateway.clock.moveOn(DUE);
        int second = browser.get("/readiness").statusCode();

        assertThat(first).isEqualTo(200);
        assertThat(second).isEqualTo(200);
        assertThat(gateway.identityProvider.renewals.get()).isEqualTo(before + 2);
    }

    @Test
    void two_tabs_at_once_renew_one_after_the_other() throws Exception {
        var browser = gateway.person("analyst");
        int before = gateway.identityProvider.renewals.get();
        gateway.identityProvider.accessTokenLife = Duration.ofMinutes(30);
        gateway.clock.moveOn(ENDED);
        var firstAsks = new CountDownLatch(1);
        var otherSent = new CountDownLatch(1);
        gateway.identityProvider.beforeTokens(() -> {
            firstAsks.countDown();
            await(otherSent);
        });

        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = tabs.submit(() -> browser.get("/readiness").statusCode());
            await(firstAsks);
            var second = tabs.submit(() -> {
                otherSent.countDown();
                return browser.get("/readiness").statusCode();
            });

            assertThat(first.get()).isEqualTo(200);
            assertThat(second.get()).isEqualTo(200);
        }
        assertThat(gateway.identityProvider.renewals.get()).isEqualTo(before + 1);
    }

    @Test
    void a_second_tab_does_not_wait_while_the_token_is_still_good() throws Exception {
        var browser = gateway.person("analyst");
        gateway.clock.moveOn(DUE);
        var firstAsks = new CountDownLatch(1);
        var secondDone = new CountDownLatch(1);
        gateway.identityProvider.beforeTokens(() -> {
            firstAsks.countDown();
            await(secondDone);
        });

        try (var tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = tabs.submit(() -> browser.get("/readiness").statusCode());
            await(firstAsks);
            int second = browser.get("/readiness").statusCode();
            secondDone.countDown();

            assertThat(second).isEqualTo(200);
            assertThat(first.get()).isEqualTo(200);
        }
    }

    @Test
    void whoever_is_signed_in_does_not_notice_a_provider_that_is_away_for_a_while() {
        var browser = gateway.person("analyst");
        var script = gateway.person("analyst").with("Accept", "application/json");
        gateway.identityProvider.goAway();

        gateway.clock.moveOn(DUE);
        int meanwhile = browser.get("/readiness").statusCode();
        int again = browser.get("/readiness").statusCode();
        gateway.clock.moveOn(STILL_NEW);
        var page = browser.get("/readiness");
        var problem = script.get("/api/reporting/readiness");
        gateway.identityProvider.comeBack();
        int back = browser.get("/readiness").statusCode();

        assertThat(meanwhile).isEqualTo(200);
        assertThat(again).isEqualTo(200);
        assertSaid(page);
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.headers().firstValue("Retry-After")).isPresent();
        assertThat(problem.body()).contains("\"type\":\"/problems/sign-in-unavailable\"");
        assertThat(back).isEqualTo(200);
    }

    @Test
    void when_the_session_ended_elsewhere_pages_lead_to_sign_in_and_the_api_says_401() {
        var browser = gateway.person("analyst");
        var script = gateway.person("analyst").with("Accept", "application/json");
        gateway.identityProvider.sessionsEnded = true;
        gateway.clock.moveOn(DUE);

        assertThat(browser.get("/readiness").statusCode()).isEqualTo(302);
        assertThat(script.get("/api/reporting/readiness").statusCode()).isEqualTo(401);
    }

    @Test
    void it_is_said_before_the_browser_is_sent_there() {
        gateway.identityProvider.goAway();

        assertSaid(gateway.stranger().browsing().get("/oauth2/authorization/keycloak"));
    }

    @Test
    void it_is_said_half_way_too() {
        Caller browser = gateway.stranger().browsing();

        assertSaid(browser.arrive("analyst", gateway.identityProvider::goAway));
        assertThat(browser.hasCookie("NCS_SESSION")).isFalse();
    }

    @Test
    void signing_out_says_that_it_worked_here_only() {
        var browser = gateway.person("analyst");
        gateway.identityProvider.goAway();

        var out = browser.post("/sign-out", "application/x-www-form-urlencoded", "");
        var after = browser.get("/readiness");

        assertThat(out.statusCode()).isEqualTo(503);
        assertThat(out.headers().firstValue("Retry-After")).isPresent();
        assertThat(out.body()).contains("You are signed out here only", "<header");
        assertThat(after.statusCode()).isEqualTo(302);
    }

    private static void assertSaid(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("you cannot sign in at the moment", "<header");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
