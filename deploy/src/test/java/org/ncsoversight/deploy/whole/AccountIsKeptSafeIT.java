package org.ncsoversight.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody invited chooses a password, sets up a second factor and signs in with it; a system gets an account. */
@ExtendWith(JourneyWorld.Shared.class)
class AccountIsKeptSafeIT {

    private static final String CHOSEN = "three quite odd words";

    private static JourneyWorld world;

    @BeforeAll
    static void meet(JourneyWorld shared) {
        world = shared;
        world.register("99000001", "Harbour Careers", "prime");
    }

    @Test
    void a_newcomer_chooses_a_password_and_sets_up_a_second_factor() {
        String oneTime = invite("kim.safe");
        try (var kim = world.atSignIn(true)) {
            assertThat(kim.page().title()).isEqualTo("Sign in – NCS Oversight");
            kim.checkAccessibility();
            kim.enter("kim.safe", "not the password");
            assertThat(kim.page().locator("[role=alert]").innerText())
                    .contains("Enter the right user name and password");
            kim.checkAccessibility();

            kim.enter("kim.safe", oneTime);
            assertThat(kim.page().locator("h1").innerText()).isEqualTo("Choose a new password");
            kim.checkAccessibility();
            choose(kim, "Password1234");
            assertThat(kim.page().locator("[role=alert]").innerText()).contains("many people use");
            kim.checkAccessibility();
            choose(kim, CHOSEN);
            atHome(kim);

            kim.page().click(".app-header__who a");
            kim.checkAccessibility();
            AuthenticatorApp app = setUp(kim);
            atHome(kim);
            assertThat(kim.goTo("/people/account").locator("table").innerText()).contains("Authenticator app", "Phone");
            kim.checkAccessibility();

            kim.page().click(".app-header__sign-out");
            kim.goTo("/people/account");
            kim.enter("kim.safe", CHOSEN);
            kim.checkAccessibility();
            kim.page().click("#try-another-way");
            kim.checkAccessibility();
            kim.page().click(".app-choice >> nth=0");
            kim.page().fill("#otp", app.nextCode());
            kim.page().click("#kc-login");
            atHome(kim);
        }
    }

    @Test
    void a_password_is_changed_and_every_other_browser_signed_out() {
        String oneTime = invite("lou.safe");
        try (var lou = world.atSignIn(false)) {
            lou.enter("lou.safe", oneTime);
            choose(lou, CHOSEN);
            atHome(lou);

            lou.goTo("/people/account").click("#change-password");
            assertThat(lou.page().locator("h1").innerText()).isEqualTo("Choose a new password");
            choose(lou, "three other odd words");
            atHome(lou);

            lou.goTo("/people/account");
            lou.press("Sign out everywhere");
            lou.goTo("/people/account");
            assertThat(lou.page().locator("#username").count()
                            + lou.page().locator("#change-password").count())
                    .isEqualTo(1);
        }
        try (var elsewhere = world.atSignIn(false)) {
            elsewhere.enter("lou.safe", CHOSEN);
            assertThat(elsewhere.page().locator("[role=alert]").innerText()).contains("Enter the right user name");
            elsewhere.enter("lou.safe", "three other odd words");
            atHome(elsewhere);
        }
    }

    @Test
    void a_system_gets_an_account_and_loses_it() {
        try (var lead = world.signedIn("lead", true)) {
            lead.goTo("/people/machines/new").fill("#name", "Journey system");
            lead.press("Make the account");
            assertThat(lead.page().locator("#client-secret").innerText()).hasSizeGreaterThan(40);
            lead.checkAccessibility();

            lead.goTo("/people/machines");
            lead.checkAccessibility();
            lead.follow("End Journey system");
            lead.checkAccessibility();
            lead.press("End this account");
            assertThat(lead.page().locator("main").innerText()).contains("Journey system", "Ended");
        }
    }

    private static String invite(String username) {
        try (var lead = world.signedIn("lead", false)) {
            Page page = lead.goTo("/people/new");
            page.fill("#firstName", "Kim");
            page.fill("#lastName", "Safe");
            page.fill("#email", username + "@example.com");
            page.fill("#username", username);
            page.check("[value=provider-contributor]");
            lead.submit();
            page.click("#invite");
            return page.locator("#one-time-password").innerText();
        }
    }

    private static void choose(Visitor visitor, String password) {
        visitor.page().fill("#password-new", password);
        visitor.page().fill("#password-confirm", password);
        visitor.page().click("button[name=login]");
    }

    private static AuthenticatorApp setUp(Visitor visitor) {
        visitor.page().click("#set-up-app");
        visitor.checkAccessibility();
        visitor.page().click("#mode-manual");
        visitor.checkAccessibility();
        var app = new AuthenticatorApp(
                visitor.page().locator("#kc-totp-secret-key").innerText());
        visitor.page().fill("#totp", app.code());
        visitor.page().fill("#userLabel", "Phone");
        visitor.page().click("#saveTOTPBtn");
        assertThat(visitor.page().locator("h1").innerText()).isEqualTo("Keep these recovery codes");
        visitor.checkAccessibility();
        visitor.page().click("#saveRecoveryAuthnCodesBtn");
        return app;
    }

    private static void atHome(Visitor visitor) {
        visitor.page().waitForURL(url -> url.startsWith(world.home().toString()));
    }
}
