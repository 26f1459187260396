package org.ncsoversight.gateway.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.gateway.running.RunningGateway;
import org.ncsoversight.gateway.running.StubPart;

class FrameIT {

    private final RunningGateway gateway = RunningGateway.get();

    @Test
    void a_page_of_a_part_gets_the_frame_around_it() {
        gateway.part.answers(StubPart.html(200, """
            <!doctype html><html lang="en"><head><title>Evidence &amp; more</title>
            <link rel="stylesheet" href="/evidence/assets/evidence.css">
            <link rel="stylesheet" href="https://evil.example/x.css">
            <script type="module" src="/evidence/assets/evidence.js"></script>
            <script type="module" src="//evil.example/x.js"></script></head>
            <body><main class="govuk-main-wrapper" id="main-content"><h1>Évidence</h1><textarea>
             two
              lines</textarea></main></body></html>\
            """));

        var answer = gateway.person("provider-lead").get("/evidence");
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.title()).isEqualTo("Evidence & more – NCS Oversight");
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("main h1").text()).isEqualTo("Évidence");
        assertThat(answer.body())
                .contains(" two\n                  lines</textarea>".replace("                  ", "  "));
        assertThat(page.select("link[rel=stylesheet]").eachAttr("href")).contains("/evidence/assets/evidence.css");
        assertThat(page.select("script[type=module]").eachAttr("src")).contains("/evidence/assets/evidence.js");
        assertThat(answer.body()).doesNotContain("evil.example");
        assertThat(page.select("script:not([src]), style, [style], [onclick]")).isEmpty();
    }

    @Test
    void the_status_of_the_part_is_kept() {
        gateway.part.answers(StubPart.html(422, "<title>Error: Evidence</title><main>Wrong</main>"));

        var answer = gateway.person("provider-lead").get("/evidence/new");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).title()).isEqualTo("Error: Evidence – NCS Oversight");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provider-lead | Your criteria, Tasks, Evidence, Golden threads, Improvement, Readiness, More",
                "provider-contributor | Your criteria, Tasks, Evidence, Golden threads, Improvement, Readiness, More",
                "assessor | Reviews, Readiness, Providers, Accreditation, The Standard, More",
                "contract-manager | Readiness, Campaigns, Providers, Contracts, Accreditation, Feedback, More",
                "analyst | Readiness, The Standard, More",
                "administrator | Editions, Providers, Contracts, Accreditation, People, The Standard, More"
            })
    void each_role_sees_what_it_can_use(String role, String entries) {
        Document page = Jsoup.parse(gateway.person(role).get("/readiness").body());

        assertThat(page.select("nav a").eachText()).isEqualTo(List.of(entries.split(", ", -1)));
        assertThat(page.select("header").text()).contains("Pat <" + role + ">");
    }

    @Test
    void the_entry_one_is_at_is_marked() {
        var browser = gateway.person("contract-manager");

        Document at = Jsoup.parse(browser.get("/readiness").body());
        Document below = Jsoup.parse(browser.get("/providers/99000001").body());

        assertThat(at.select("nav a[aria-current=page]").eachText()).containsExactly("Readiness");
        assertThat(below.select("nav a[aria-current=true]").eachText()).containsExactly("Providers");
        assertThat(below.select("nav a[aria-current]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "provider-lead, /evidence/home, Your criteria",
        "provider-lead, /evidence/0b5c5f0e, Evidence",
        "provider-lead, /evidence/threads/1, Golden threads",
        "assessor, /evidence/0b5c5f0e, Reviews",
        "contract-manager, /evidence/campaigns/1, Campaigns",
        "administrator, /criteria/editions/x, Editions",
        "administrator, /criteria/4.3, The Standard",
        "administrator, /people/new, People",
        "provider-lead, /, More"
    })
    void it_is_the_closest_one(String role, String path, String entry) {
        Document page = Jsoup.parse(gateway.person(role).get(path).body());

        assertThat(page.select("nav a[aria-current]").eachText()).containsExactly(entry);
    }

    @ParameterizedTest
    @CsvSource({
        "provider-lead, /evidence/home",
        "provider-contributor, /evidence/home",
        "assessor, /evidence/reviews",
        "contract-manager, /readiness",
        "analyst, /readiness",
        "administrator, /criteria/editions",
        "unheard-of, /"
    })
    void after_signing_in_each_role_comes_to_where_its_work_is(String role, String path) {
        var arrived = gateway.stranger().browsing().arrive(role);

        assertThat(arrived.headers().firstValue("Location")).hasValue(gateway.url + path);
    }

    @Test
    void signed_out_the_home_page_offers_to_sign_in() {
        Document page = Jsoup.parse(gateway.stranger().browsing().get("/").body());

        assertThat(page.select("main a.govuk-button").text()).isEqualTo("Sign in");
        assertThat(page.select("nav")).isEmpty();
    }

    @Test
    void signed_in_it_says_what_one_can_do() {
        Document page = Jsoup.parse(gateway.person("analyst").get("/").body());

        assertThat(page.select("main h3 a").eachAttr("href")).containsExactly("/readiness", "/criteria");
        Document ofLead = Jsoup.parse(gateway.person("provider-lead").get("/").body());
        assertThat(ofLead.select("main h3 a").eachAttr("href"))
                .contains("/people", "/evidence/home", "/evidence/packs", "/evidence/webhooks")
                .doesNotHaveDuplicates();
        Document ofContributor =
                Jsoup.parse(gateway.person("provider-contributor").get("/").body());
        assertThat(ofContributor.select("main h3 a").eachAttr("href")).doesNotContain("/people", "/evidence/webhooks");
        Document ofAdministrator =
                Jsoup.parse(gateway.person("administrator").get("/").body());
        assertThat(ofAdministrator.select("main h3 a").eachAttr("href")).contains("/messages");
        assertThat(ofLead.select("main h3 a").eachAttr("href")).doesNotContain("/messages");
        assertThat(page.select("form[action=/sign-out][method=post] button").text())
                .isEqualTo("Sign out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accessibility", "/cookies", "/privacy", "/api"})
    void anybody_may_read_the_small_print(String path) {
        var answer = gateway.stranger().browsing().get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(answer.body()).select("main h1")).hasSize(1);
    }

    @Test
    void the_page_for_machines_lists_every_document_and_how_to_get_a_token() {
        Document page = Jsoup.parse(gateway.stranger().browsing().get("/api").body());

        assertThat(page.select("main table a").eachAttr("href"))
                .containsExactly(
                        "/api/feedback/openapi.json", "/api/outcomes/openapi.json", "/api/reporting/openapi.json");
        assertThat(page.select("main pre").text())
                .contains("/protocol/openid-connect/token", "grant_type=client_credentials", "Authorization: Bearer");
        assertThat(page.select("footer a").eachAttr("href")).contains("/api");
    }

    @Test
    void an_unknown_path_is_said_so_in_the_frame() {
        var answer = gateway.stranger().browsing().get("/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.body()).title()).isEqualTo("Page not found – NCS Oversight");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void govuk_frontend_comes_without_its_font_and_crest() {
        var css = gateway.stranger().get("/assets/govuk/govuk-frontend.min.css");

        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.body()).contains(".govuk-button").doesNotContain("GDS Transport", "@font-face", "url(/assets");
        for (String path : List.of(
                "/assets/fonts/light-94a07e06a1-v2.woff2",
                "/assets/images/govuk-crest.svg",
                "/webjars/govuk-frontend/5.14.0/dist/govuk/assets/images/govuk-crest.svg")) {
            assertThat(gateway.stranger().get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void everything_the_frame_names_is_there() {
        Document page = Jsoup.parse(gateway.stranger().browsing().get("/").body());

        var files = page.select("link[href], script[src]").stream()
                .map(element -> element.attr("href") + element.attr("src"))
                .toList();

        assertThat(files)
                .hasSizeGreaterThan(4)
                .allSatisfy(file ->
                        assertThat(gateway.stranger().get(file).statusCode()).isEqualTo(200));
    }
}
