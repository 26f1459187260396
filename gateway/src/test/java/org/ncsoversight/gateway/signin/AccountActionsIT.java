package org.ncsoversight.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ncsoversight.gateway.running.RunningGateway;
import org.ncsoversight.gateway.running.StubPart;

class AccountActionsIT {

    private final RunningGateway gateway = RunningGateway.get();

    @ParameterizedTest
    @CsvSource({
        "password, UPDATE_PASSWORD",
        "app, CONFIGURE_TOTP",
        "passkey, webauthn-register",
        "recovery-codes, CONFIGURE_RECOVERY_AUTHN_CODES"
    })
    void what_is_done_about_the_own_account_is_asked_for_at_the_sign_in_pages(String asked, String action) {
        assertThat(start("?action=" + asked)).contains("kc_action=" + action, "code_challenge_method=S256", "state=");
    }

    @Test
    void anything_else_is_an_ordinary_sign_in() {
        assertThat(start("?action=delete_account")).doesNotContain("kc_action", "delete_account");
        assertThat(start("")).doesNotContain("kc_action");
    }

    @Test
    void every_page_leads_to_the_own_account() {
        gateway.part.answers(StubPart.html(200, "<title>Readiness</title><main><h1>Readiness</h1></main>"));

        assertThat(gateway.person("analyst").get("/readiness").body())
                .contains("<a href=\"/people/account\">", ": your account");
    }

    private String start(String query) {
        return gateway.stranger()
                .browsing()
                .get("/oauth2/authorization/keycloak" + query)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
