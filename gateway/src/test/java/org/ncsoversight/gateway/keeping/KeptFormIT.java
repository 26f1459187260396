package org.ncsoversight.gateway.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.ncsoversight.gateway.running.Caller;
import org.ncsoversight.gateway.running.RunningGateway;
import org.ncsoversight.gateway.running.StubPart;

class KeptFormIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final RunningGateway gateway = RunningGateway.get();

    @Test
    void a_form_sent_too_late_is_found_again_and_sent_once_more() {
        var received = new CompletableFuture<String>();
        gateway.part.answers(exchange -> {
            received.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            StubPart.send(exchange, 200, "text/html", "<main>Saved</main>");
        });
        Caller browser = signedOut("provider-lead");

        var late = browser.post(
                "/evidence/new?criterion=4.3",
                FORM,
                "statement=What+clients%0D%0Asaid+%26+%22meant%22&voice=client&voice=staff");
        boolean askedTooEarly = gateway.part.wasAsked();
        var back = browser.arrive(start(late), "provider-lead", () -> {});
        Document page = Jsoup.parse(browser.get(location(back)).body());
        browser.post(page.selectFirst("main form").attr("action"), FORM, encoded(page));

        assertThat(askedTooEarly).isFalse();
        assertThat(location(back)).isEqualTo(gateway.url + "/kept-answers");
        assertThat(page.selectFirst("h1").text()).isEqualTo("You were signed out; your answers are kept");
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.selectFirst("main form").attr("method")).isEqualTo("post");
        assertThat(received)
                .isCompletedWithValue("statement=What+clients%0D%0Asaid+%26+%22meant%22&voice=client&voice=staff");
        assertThat(gateway.part.last().uri()).hasToString("/evidence/new?criterion=4.3");
    }

    @Test
    void a_session_that_ended_at_the_provider_loses_nothing_either() {
        Caller browser = gateway.person("provider-lead");
        gateway.clock.moveOn(Duration.ofMinutes(6));
        gateway.identityProvider.sessionsEnded = true;

        var late = browser.post("/evidence/new", FORM, "statement=typed");
        gateway.identityProvider.sessionsEnded = false;
        browser.arrive(start(late), "provider-lead", () -> {});

        assertThat(browser.get("/kept-answers").body()).contains("value=\"typed\"");
    }

    @Test
    void nobody_else_sees_it() {
        Caller browser = signedOut("provider-lead");
        var late = browser.post("/evidence/new", FORM, "statement=typed");

        browser.arrive(start(late), "analyst", () -> {});
        var page = browser.get("/kept-answers");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
                .contains("There are no answers of yours kept")
                .doesNotContain("value=\"typed\"", ">typed<");
        assertThat(gateway.person("provider-lead").get("/kept-answers").statusCode())
                .isEqualTo(404);
        assertThat(gateway.stranger().browsing().get("/kept-answers").statusCode())
                .isEqualTo(302);
    }

    @Test
    void what_another_site_sent_is_not_kept() {
        Caller browser = signedOut("provider-lead").with("Origin", "https://evil.example");

        browser.post("/evidence/new", FORM, "statement=typed");

        assertThat(browser.hasCookie("NCS_KEPT")).isFalse();
    }

    @Test
    void what_a_stranger_sends_is_not_kept() {
        Caller stranger = gateway.stranger().browsing();

        stranger.post("/evidence/new", FORM, "statement=typed");

        assertThat(stranger.hasCookie("NCS_KEPT")).isFalse();
    }

    @Test
    void of_an_upload_the_text_is_kept_and_the_files_are_asked_for_again() {
        Caller browser = signedOut("provider-lead");
        String body = """
            --b\r
            Content-Disposition: form-data; name="statement"\r
            \r
            <b>typed</b>\r
            --b\r
            Content-Disposition: form-data; name="files"; filename="survey.pdf"\r
            Content-Type: application/pdf\r
            \r
            %s\r
            --b--\r
            """.formatted("x".repeat(500_000));

        var late = browser.post("/evidence/new", "multipart/form-data; boundary=b", body);
        browser.arrive(start(late), "provider-lead", () -> {});
        Document page = Jsoup.parse(browser.get("/kept-answers").body());

        assertThat(page.selectFirst("main form").attr("enctype")).isEqualTo("multipart/form-data");
        assertThat(page.selectFirst("main form input[name=statement]").attr("value"))
                .isEqualTo("<b>typed</b>");
        assertThat(page.selectFirst("main form label").text()).isEqualTo("Choose the file again: survey.pdf");
        assertThat(page.selectFirst("main form input[type=file]").attr("name")).isEqualTo("files");
        assertThat(page.text()).contains("Files could not be kept");
    }

    @Test
    void what_is_too_long_to_be_kept_is_said_to_be_lost() {
        Caller browser = signedOut("provider-lead");

        var late = browser.post("/evidence/new", FORM, "statement=" + "x".repeat(256 * 1024));

        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body()).contains("your answers were not saved", "go back to them");
    }

    @Test
    void a_script_that_saves_is_told_with_a_problem() {
        Caller browser = signedOut("provider-lead").with("Accept", "application/json");

        var late = browser.post("/evidence/drafts/1", FORM, "statement=typed");

        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body()).contains("\"type\":\"/problems/not-signed-in\"");
        assertThat(browser.hasCookie("NCS_KEPT")).isFalse();
    }

    @Test
    void signing_out_forgets_who_it_was_and_what_they_typed() {
        Caller browser = gateway.person("provider-lead");

        browser.post("/sign-out", FORM, "");

        assertThat(browser.hasCookie("NCS_LAST")).isFalse();
    }

    /** A browser in which somebody was signed in until their session ended unnoticed. */
    private Caller signedOut(String role) {
        Caller browser = gateway.person(role);
        browser.forgetSession();
        return browser;
    }

    private static String start(HttpResponse<String> late) {
        assertThat(late.statusCode()).isEqualTo(302);
        return location(late);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String encoded(Document page) {
        return page.select("main form input[type=hidden]").stream()
                .map(input -> input.attr("name") + "="
                        + java.net.URLEncoder.encode(input.attr("value"), StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&"));
    }
}
