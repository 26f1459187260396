package org.ncsoversight.criteria.people.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.backing.Keycloak;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.people.keycloak.RealmPeople.Somebody;
import org.ncsoversight.criteria.people.model.SecondFactor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How people sign in, in a real Keycloak with the realm, the theme and the guard that deploy ships. */
class SignInRulesIT {

    private static final Path REALM = Path.of("../deploy/keycloak/realm.json");
    private static final String ISSUER = Keycloak.issuerWithoutDemonstration(REALM);
    private static final RealmPeople PEOPLE = new RealmPeople(ISSUER);
    private static final JsonMapper JSON = new JsonMapper();

    @AfterAll
    static void end() {
        PEOPLE.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = PersonRole.class,
            names = {"ADMINISTRATOR", "CONTRACT_MANAGER", "ASSESSOR"})
    void whoever_oversees_sets_up_a_second_factor_before_getting_in_and_is_asked_for_it_from_then_on(PersonRole role) {
        Somebody somebody = PEOPLE.active(role);
        var browser = new SignInPages(ISSUER).signIn(somebody.username(), RealmPeople.CHOSEN);
        assertThat(browser.isIn()).isFalse();
        assertThat(browser.page()).contains("Set up an authenticator app");

        var app = AuthenticatorApp.setUpWith(browser.page());
        browser.send(Map.of("totpSecret", app.secret(), "totp", app.code(Instant.now()), "userLabel", "Phone"));
        assertThat(browser.page()).contains("Keep these recovery codes");
        keepRecoveryCodes(browser);
        assertThat(browser.isIn()).isTrue();
        assertThat(PEOPLE.directory.secondFactors(somebody.id()))
                .extracting(SecondFactor::kind)
                .containsExactlyInAnyOrder(SecondFactor.Kind.APP, SecondFactor.Kind.RECOVERY_CODES);

        var elsewhere = new SignInPages(ISSUER).signIn(somebody.username(), RealmPeople.CHOSEN);
        assertThat(elsewhere.page()).contains("Enter the code from your authenticator app");
        assertThat(elsewhere.send(Map.of("otp", "000000")).isIn()).isFalse();
        assertThat(elsewhere.send(Map.of("otp", app.nextCode(Instant.now()))).isIn())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = PersonRole.class,
            names = {"PROVIDER_LEAD", "PROVIDER_CONTRIBUTOR", "ANALYST"})
    void others_get_in_with_a_password(PersonRole role) {
        Somebody somebody = PEOPLE.active(role);

        assertThat(new SignInPages(ISSUER)
                        .signIn(somebody.username(), RealmPeople.CHOSEN)
                        .isIn())
                .isTrue();
    }

    @Test
    void a_second_factor_that_was_lost_is_removed_and_set_up_anew() {
        Somebody somebody = PEOPLE.active(PersonRole.ASSESSOR);
        var browser = new SignInPages(ISSUER).signIn(somebody.username(), RealmPeople.CHOSEN);
        var app = AuthenticatorApp.setUpWith(browser.page());
        browser.send(Map.of("totpSecret", app.secret(), "totp", app.code(Instant.now())));
        keepRecoveryCodes(browser);

        PEOPLE.directory.removeSecondFactors(somebody.id());

        assertThat(PEOPLE.directory.secondFactors(somebody.id())).isEmpty();
        assertThat(PEOPLE.directory.isSignedIn(somebody.id())).isFalse();
        assertThat(new SignInPages(ISSUER)
                        .signIn(somebody.username(), RealmPeople.CHOSEN)
                        .page())
                .contains("Set up an authenticator app");
    }

    @Test
    void the_demonstration_requires_no_second_factor() {
        var browser = new SignInPages(Keycloak.issuer(REALM));

        assertThat(browser.signIn("admin", "admin-demo").isIn()).isTrue();
    }

    @Test
    void a_one_time_password_is_changed_first_and_the_pages_wear_our_look() {
        Somebody somebody = PEOPLE.invited(PersonRole.PROVIDER_LEAD);
        var browser = new SignInPages(ISSUER).open();
        assertThat(browser.page())
                .contains("NCS Oversight", "Help with signing in", "Go back to NCS Oversight", "one-time password")
                .doesNotContain("Keycloak", "I have forgotten my password");

        browser.send(Map.of("username", somebody.username(), "password", RealmPeople.ONE_TIME));
        assertThat(browser.page()).contains("Choose a new password");
        browser.send(Map.of("password-new", "Short1!", "password-confirm", "Short1!"));
        assertThat(browser.page()).contains("Password must have at least 12 characters");
        browser.send(Map.of("password-new", RealmPeople.CHOSEN, "password-confirm", RealmPeople.CHOSEN));

        assertThat(browser.isIn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Short1!",
                "password1234",
                "Password1234",
                "QWERTYUIOP123",
                "liverpool2026!",
                "nationalcareersservice",
                "<email>",
                "<username>-and-more"
            })
    void a_password_that_is_short_common_or_says_who_one_is_is_refused(String template) {
        Somebody somebody = PEOPLE.invited(PersonRole.ANALYST);
        String password = template.replace("<email>", somebody.email()).replace("<username>", somebody.username());

        assertThat(PEOPLE.takes(somebody, password)).isFalse();
    }

    @Test
    void a_password_one_had_before_is_refused() {
        Somebody somebody = PEOPLE.invited(PersonRole.ANALYST);
        assertThat(PEOPLE.takes(somebody, RealmPeople.CHOSEN)).isTrue();
        assertThat(PEOPLE.takes(somebody, "three other odd words")).isTrue();

        assertThat(PEOPLE.takes(somebody, RealmPeople.CHOSEN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"admin-cli", "gateway", "account"})
    void nobody_gets_a_token_for_a_password_outside_the_sign_in_page(String client) {
        Somebody somebody = PEOPLE.active(PersonRole.ANALYST);

        String answer = new SignInPages(ISSUER)
                .token(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        client,
                        "username",
                        somebody.username(),
                        "password",
                        RealmPeople.CHOSEN));

        assertThat(answer).contains("error").doesNotContain("access_token");
    }

    @Test
    void a_refresh_token_is_good_once() {
        Somebody somebody = PEOPLE.active(PersonRole.ANALYST);
        var browser = new SignInPages(ISSUER).signIn(somebody.username(), RealmPeople.CHOSEN);
        String first = JSON.readTree(browser.tokens()).get("refresh_token").asString();

        JsonNode renewed = JSON.readTree(refresh(browser, first));

        assertThat(renewed.get("refresh_token").asString()).isNotEqualTo(first);
        assertThat(refresh(browser, first)).contains("invalid_grant");
    }

    @Test
    void a_stranger_who_guesses_is_slowed_down_and_keeps_nobody_out() {
        Somebody owner = PEOPLE.active(PersonRole.PROVIDER_LEAD);
        var known = new SignInPages(ISSUER, "127.0.0.2");
        assertThat(known.signIn(owner.username(), RealmPeople.CHOSEN).isIn()).isTrue();
        var stranger = new SignInPages(ISSUER, "127.0.0.2").open();
        for (int guess = 0; guess < 12; guess++) {
            stranger.send(Map.of("username", owner.username(), "password", "guess " + guess));
        }

        // Even the right password is of no use to the one who guessed, for some time.
        stranger.send(Map.of("username", owner.username(), "password", RealmPeople.CHOSEN));
        assertThat(stranger.isIn()).isFalse();
        // From anywhere else, and in the browser that is known, the owner gets in at once.
        assertThat(new SignInPages(ISSUER, "127.0.0.1")
                        .signIn(owner.username(), RealmPeople.CHOSEN)
                        .isIn())
                .isTrue();
        PEOPLE.directory.signOut(owner.id());
        assertThat(known.signIn(owner.username(), RealmPeople.CHOSEN).isIn()).isTrue();
    }

    private static void keepRecoveryCodes(SignInPages browser) {
        String page = browser.page();
        browser.send(Map.of(
                "generatedRecoveryAuthnCodes", hidden(page, "generatedRecoveryAuthnCodes"),
                "generatedAt", hidden(page, "generatedAt"),
                "userLabel", "Recovery codes"));
    }

    private static String hidden(String page, String name) {
        return page.replaceFirst("(?s).*name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
    }

    private static String refresh(SignInPages browser, String token) {
        return browser.token(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }
}
