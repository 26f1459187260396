package org.ncsoversight.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import tools.jackson.databind.json.JsonMapper;

class RegisterFilesIT extends RunningService {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROVIDERS = """
        ukprn,name,kind,former_name_1,name_from
        99000801,Lakeside Futures,prime,Lakeside,2026-04-01
        99000802,Fellside Careers,prime,,
        99000881,Tarn Advice,subcontractor,,
        """;

    @Autowired
    private ScheduledTaskHolder schedule;

    @Test
    void what_a_crash_left_is_looked_for_on_a_schedule() {
        assertThat(schedule.getScheduledTasks())
                .extracting(Object::toString)
                .anyMatch(task -> task.contains("FinishImports.finishAll"));
    }

    @Test
    void providers_and_contracts_go_in_come_out_and_go_in_again() {
        HttpResponse<String> first = csv("/api/criteria/providers/imports", PROVIDERS, ADMINISTRATOR);
        HttpResponse<String> contracts = csv("/api/criteria/contracts/imports?mode=all", """
            touchpoint,from,to,area,prime_ukprn,subcontractor_ukprns,customers_1
            881,2024-10-01,2028-09-30,Lakes,99000801,99000881,9000
            """, ADMINISTRATOR);
        String exported = get("/providers/export.csv?q=lakeside", ADMINISTRATOR).body();
        HttpResponse<String> again = csv("/api/criteria/providers/imports", exported, ADMINISTRATOR);
        HttpResponse<String> contractsAgain = csv(
                "/api/criteria/contracts/imports",
                get("/contracts/export.csv?on=2025-01-01", ADMINISTRATOR).body(),
                ADMINISTRATOR);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(contracts.statusCode()).as(contracts.body()).isEqualTo(201);
        assertThat(exported)
                .startsWith("\"# Filter: name or UKPRN contains lakeside\"\r\n")
                .contains("99000801,Lakeside Futures,2026-04-01,prime")
                .doesNotContain("Fellside");
        assertThat(JSON.readTree(again.body()).get("unchanged").asInt()).isEqualTo(1);
        assertThat(JSON.readTree(again.body()).get("changed").asInt()).isZero();
        assertThat(JSON.readTree(contractsAgain.body()).get("changed").asInt()).isZero();
        assertThat(JSON.readTree(contractsAgain.body()).get("rejected").asInt()).isZero();
        assertThat(get("/api/criteria/providers/99000801?on=2026-03-31", ADMINISTRATOR)
                        .body())
                .contains("\"name\":\"Lakeside\"");
        assertThat(get(first.headers().firstValue("Location").orElseThrow(), ADMINISTRATOR)
                        .body())
                .contains("\"state\":\"applied\"");
    }

    @Test
    void wrong_rows_are_listed_on_the_page_and_in_a_file() {
        HttpResponse<String> refused = csv("/api/criteria/providers/imports", "ukprn,name,kind\n1,,x\n", ADMINISTRATOR);
        HttpResponse<String> page = multipart("/providers/imports/new", "all", "ukprn,name,kind\n1,A,prime\n");
        HttpResponse<String> nothing = multipart("/contracts/imports/new", "", "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("/problems/rows-refused", "\"row\":2", "\"column\":\"kind\"", "unknown-kind");
        assertThat(page.statusCode()).isEqualTo(303);
        String address = page.headers().firstValue("Location").orElseThrow();
        assertThat(page(address, ADMINISTRATOR).body()).contains("Nothing was imported", "not-a-ukprn");
        assertThat(get(address + "/errors.csv", ADMINISTRATOR).body()).contains("2,ukprn,not-a-ukprn,");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Error: Import contracts", "href=\"#file\"", "href=\"#mode\"");
    }

    @Test
    void only_administrators_import_and_everyone_exports_what_they_see() {
        csv("/api/criteria/providers/imports", PROVIDERS, ADMINISTRATOR);
        String provider = Tokens.ofProvider("provider-lead", "99000802");

        assertThat(csv("/api/criteria/providers/imports", PROVIDERS, provider).statusCode())
                .isEqualTo(403);
        assertThat(page("/contracts/imports/new", Tokens.of("contract-manager")).statusCode())
                .isEqualTo(403);
        assertThat(get("/providers/export.csv", provider).body())
                .contains("99000802")
                .doesNotContain("99000801", "99000881");
        assertThat(get("/providers/export.xlsx", provider).headers().firstValue("Content-Type"))
                .contains("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    private HttpResponse<String> csv(String path, String file, String token) {
        return send(to(path, token).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(file)));
    }

    private HttpResponse<String> multipart(String path, String mode, String file) {
        String body = "--b\r\nContent-Disposition: form-data; name=\"mode\"\r\n\r\n" + mode
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + file + "\r\n--b--\r\n";
        return send(to(path, ADMINISTRATOR)
                .header("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body)));
    }
}
