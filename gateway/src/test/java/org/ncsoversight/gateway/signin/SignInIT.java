package org.ncsoversight.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ncsoversight.gateway.running.RunningGateway;
import org.ncsoversight.gateway.running.StubPart;

class SignInIT {

    private final RunningGateway gateway = RunningGateway.get();

    @Test
    void a_stranger_is_sent_to_sign_in_and_back_to_where_they_were() {
        var browser = gateway.stranger().browsing();

        var refused = browser.get("/evidence/new?criterion=4.3");
        var back = browser.arrive("provider-lead");

        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(refused.headers().firstValue("Location")).hasValue(gateway.url + "/oauth2/authorization/keycloak");
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().firstValue("Location")).hasValue(gateway.url + "/evidence/new?criterion=4.3");
    }

    @Test
    void signing_in_uses_a_code_with_a_hashed_verifier() {
        var start = gateway.stranger().browsing().get("/oauth2/authorization/keycloak");

        assertThat(start.headers().firstValue("Location").orElseThrow())
                .startsWith(gateway.identityProvider.issuer() + "/protocol/openid-connect/auth?")
                .contains("response_type=code", "code_challenge_method=S256", "nonce=", "state=");
    }

    @Test
    void the_session_gets_a_new_name_when_somebody_signs_in() {
        var browser = gateway.stranger().browsing();
        browser.get("/evidence");
        String before = browser.sessionCookie();

        browser.arrive("provider-lead");

        assertThat(browser.sessionCookie()).isNotEqualTo(before);
    }

    @Test
    void the_cookie_is_neither_for_scripts_nor_for_other_sites() {
        var answer = gateway.stranger().browsing().get("/evidence");

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("NCS_SESSION=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void the_part_gets_the_token_and_the_browser_never_does() {
        var answer = gateway.person("analyst").get("/readiness");

        assertThat(gateway.part.last().headers().getFirst("Authorization")).startsWith("Bearer ey");
        assertThat(gateway.part.last().headers().get("Cookie")).isNull();
        assertThat(answer.body() + answer.headers().map()).doesNotContain("eyJ");
    }

    @Test
    void a_token_about_to_expire_is_renewed_unnoticed() {
        gateway.identityProvider.accessTokenLife = Duration.ofSeconds(30);
        var browser = gateway.person("analyst");
        int before = gateway.identityProvider.renewals.get();
        gateway.identityProvider.accessTokenLife = Duration.ofMinutes(5);

        int first = browser.get("/readiness").statusCode();
        int second = browser.get("/readiness").statusCode();

        assertThat(first).isEqualTo(200);
        assertThat(second).isEqualTo(200);
        assertThat(gateway.identityProvider.renewals.get()).isEqualTo(before + 1);
    }

    @Test
    void when_the_session_ended_elsewhere_pages_lead_to_sign_in_and_the_api_says_401() {
        gateway.identityProvider.accessTokenLife = Duration.ofSeconds(30);
        var browser = gateway.person("analyst");
        var script = gateway.person("analyst");
        gateway.identityProvider.sessionsEnded = true;

        assertThat(browser.get("/readiness").statusCode()).isEqualTo(302);
        assertThat(script.with("Accept", "application/json")
                        .get("/api/reporting/readiness")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_keycloak_that_is_away_is_said_before_the_browser_is_sent_there() {
        gateway.identityProvider.goAway();

        var answer = gateway.stranger().browsing().get("/oauth2/authorization/keycloak");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("you cannot sign in at the moment", "<header");
    }

    @Test
    void a_keycloak_that_goes_away_half_way_is_said_too() {
        var browser = gateway.stranger().browsing();

        var answer = browser.arrive("analyst", gateway.identityProvider::goAway);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("you cannot sign in at the moment");
    }

    @Test
    void an_answer_to_a_question_we_did_not_ask_signs_nobody_in() {
        var answer = gateway.stranger().browsing().get("/login/oauth2/code/keycloak?code=unknown&state=unknown");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Sign-in did not work");
    }

    @Test
    void signing_out_ends_both_sessions() {
        var browser = gateway.person("analyst");

        var out = browser.post("/sign-out", "application/x-www-form-urlencoded", "");
        var after = browser.get("/readiness");

        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(out.headers().firstValue("Location").orElseThrow())
                .startsWith(gateway.identityProvider.issuer() + "/protocol/openid-connect/logout?")
                .contains("id_token_hint=ey", "post_logout_redirect_uri=" + gateway.url + "/");
        assertThat(after.statusCode()).isEqualTo(302);
    }

    @Test
    void signing_out_takes_a_form_not_a_link() {
        var browser = gateway.person("analyst");

        browser.get("/sign-out");

        assertThat(browser.get("/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void a_machine_needs_no_session_and_gets_none() {
        gateway.part.answers(StubPart.json(200, "{}"));

        var answer = gateway.machine("provider-system").get("/api/evidence/items");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(gateway.part.last().headers().getFirst("Authorization")).startsWith("Bearer ey");
    }

    @Test
    void a_token_meant_for_something_else_is_refused() {
        String elsewhere = gateway.identityProvider.accessToken("provider-system", "account");

        var answer =
                gateway.stranger().with("Authorization", "Bearer " + elsewhere).get("/api/evidence/items");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/invalid-token\"");
        assertThat(gateway.part.wasAsked()).isFalse();
    }

    @Test
    void without_token_or_session_the_api_answers_with_a_problem() {
        var answer = gateway.stranger().browsing().get("/api/evidence/items");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
}
