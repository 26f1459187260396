package org.ncsoversight.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.gateway.running.RunningGateway;
import org.ncsoversight.gateway.running.StubPart;

class SignInIT {

    private final RunningGateway gateway = RunningGateway.get();

    @Test
    void a_stranger_is_sent_to_sign_in_and_back_to_where_they_were() {
        var browser = gateway.stranger().browsing();

        var refused = browser.get("/evidence/new?criterion=4.3");
        String start = refused.headers().firstValue("Location").orElseThrow();
        var back = browser.arrive(start, "provider-lead", () -> {});

        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(start).startsWith(gateway.url + "/oauth2/authorization/keycloak?to=");
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

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", ".evil.example", "@evil.example", "%0D%0AX:1", "%zz", "/%0D%0AX:1"})
    void nobody_is_sent_anywhere_but_to_a_page_of_ours(String wanted) {
        var back = gateway.stranger()
                .browsing()
                .arrive("/oauth2/authorization/keycloak?to=" + wanted.replace("%zz", "%25zz"), "analyst", () -> {});

        assertThat(back.headers().firstValue("Location")).hasValue(gateway.url + "/readiness");
        assertThat(back.headers().firstValue("X")).isEmpty();
    }

    @Test
    void whoever_only_knocks_gets_no_session() {
        var browser = gateway.stranger().browsing();

        browser.get("/evidence");
        browser.get("/oauth2/authorization/keycloak");
        browser.get("/login/oauth2/code/keycloak?code=unknown&state=unknown");
        browser.post("/sign-out", "application/x-www-form-urlencoded", "");
        browser.get("/");

        assertThat(browser.hasCookie("NCS_SESSION")).isFalse();
    }

    @Test
    void a_sign_in_that_took_too_long_is_begun_anew() {
        var browser = gateway.stranger().browsing();

        var late = browser.arrive("analyst", () -> gateway.clock.moveOn(Duration.ofMinutes(11)));

        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("Sign-in did not work");
        assertThat(browser.hasCookie("NCS_SESSION")).isFalse();
    }

    @Test
    void an_answer_is_good_once() {
        var browser = gateway.stranger().browsing();

        browser.arrive("analyst");

        assertThat(browser.hasCookie("NCS_SIGN_IN")).isFalse();
    }

    @Test
    void any_other_way_to_sign_in_does_not_exist() {
        var answer = gateway.stranger().browsing().get("/oauth2/authorization/other");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Page not found");
    }

    @Test
    void the_session_gets_a_new_name_when_somebody_signs_in() {
        var browser = gateway.person("analyst");
        String before = browser.sessionCookie();

        browser.arrive("provider-lead");

        assertThat(browser.sessionCookie()).isNotEqualTo(before);
    }

    @Test
    void the_cookie_is_neither_for_scripts_nor_for_other_sites() {
        var start = gateway.stranger().browsing().get("/oauth2/authorization/keycloak");
        var back = gateway.stranger().browsing().arrive("analyst");

        assertThat(start.headers().allValues("Set-Cookie"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("NCS_SIGN_IN=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600");
        assertThat(back.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("NCS_SESSION="))
                .singleElement(InstanceOfAssertFactories.STRING)
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
        assertThat(answer.body()).contains("\"type\":\"/problems/not-signed-in\"");
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
