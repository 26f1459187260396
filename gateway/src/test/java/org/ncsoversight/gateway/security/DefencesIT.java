package org.ncsoversight.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.gateway.running.RunningGateway;
import org.ncsoversight.gateway.running.StubPart;

class DefencesIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final RunningGateway gateway = RunningGateway.get();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/readiness",
                "/outcomes",
                "/nowhere",
                "/cookies",
                "/api/criteria/editions",
                "/assets/gateway/gateway.css",
                "/strange;address"
            })
    void everything_says_what_browsers_may_do_with_it(String path) {
        var headers = gateway.person("analyst").get(path).headers();

        assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void a_download_keeps_the_stricter_policy_of_its_part_and_is_no_page() {
        gateway.part.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Security-Policy", "sandbox");
            exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"a.html\"");
            StubPart.send(exchange, 200, "text/html", "<main>of a file</main>");
        });

        var answer = gateway.person("provider-lead").get("/evidence/1/files/2");

        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .hasSize(2)
                .contains("sandbox")
                .anySatisfy(policy -> assertThat(policy).contains("default-src 'self'"));
        assertThat(answer.body()).isEqualTo("<main>of a file</main>");
    }

    @Test
    void a_page_has_the_policy_of_the_frame() {
        gateway.part.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src *");
            StubPart.send(exchange, 200, "text/html", "<main></main>");
        });

        var headers = gateway.person("provider-lead").get("/evidence").headers();

        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("default-src 'self'");
    }

    @Test
    void pages_are_not_kept_and_tell_other_sites_nothing() {
        var headers = gateway.person("analyst").get("/readiness").headers();

        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost", "http://localhost:1"})
    void a_post_from_another_site_changes_nothing(String origin) {
        var browser = gateway.person("provider-lead").with("Origin", origin).with("Sec-Fetch-Site", "same-origin");

        var answer = browser.post("/evidence/new", FORM, "a=b");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This was not sent from NCS Oversight");
        assertThat(gateway.part.wasAsked()).isFalse();
    }

    @Test
    void a_post_that_does_not_say_where_it_comes_from_is_refused() {
        var browser = gateway.person("provider-lead").without("Origin");

        assertThat(browser.post("/evidence/new", FORM, "a=b").statusCode()).isEqualTo(403);
        assertThat(browser.post("/sign-out", FORM, "").statusCode()).isEqualTo(403);
        assertThat(browser.post("/api/evidence/items", "application/json", "{}").body())
                .contains("\"type\":\"/problems/cross-site\"");
    }

    @Test
    void a_post_from_our_own_page_goes_through() {
        var byOrigin = gateway.person("provider-lead");
        var byFetchMetadata = gateway.person("provider-lead").without("Origin").with("Sec-Fetch-Site", "same-origin");

        assertThat(byOrigin.post("/evidence/new", FORM, "a=b").statusCode()).isEqualTo(200);
        assertThat(byFetchMetadata.post("/evidence/new", FORM, "a=b").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_machine_posts_from_wherever_it_is() {
        gateway.part.answers(StubPart.json(201, "{}"));

        var answer = gateway.machine("provider-system")
                .with("Origin", "https://provider.example")
                .post("/api/evidence/items", "application/json", "{}");

        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void people_who_come_by_another_name_are_sent_to_the_public_address() {
        String byNumber = gateway.url.replace("localhost", "127.0.0.1");

        var page = gateway.stranger().browsing().get(byNumber + "/readiness?band=READY");
        var machine = gateway.machine("analyst").get(byNumber + "/api/criteria/editions");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).hasValue(gateway.url + "/readiness?band=READY");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(machine.statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_for_those_who_run_it_does_not_exist_here() {
        var stranger = gateway.stranger();

        for (String closed : List.of(
                "/actuator",
                "/actuator/health/readiness",
                "/actuator/prometheus",
                "/actuator/env",
                "/actuator/gateway/routes")) {
            assertThat(stranger.get(closed).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void keys_that_cannot_be_fetched_do_not_make_a_token_wrong() {
        var machine = gateway.machine("analyst");
        assertThat(machine.get("/api/criteria/editions").statusCode()).isEqualTo(200);

        gateway.identityProvider.goAway();
        assertThat(machine.get("/api/criteria/editions").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cookies", "/assets/gateway/icon.svg", "/readiness", "/nowhere"})
    void reading_the_head_alone_is_as_good_as_reading(String path) {
        var person = gateway.person("analyst");

        var head = person.send("HEAD", path, BodyPublishers.noBody(), BodyHandlers.ofString());

        assertThat(head.statusCode()).isEqualTo(person.get(path).statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(person.get(path).headers().firstValue("Content-Type"));
    }
}
