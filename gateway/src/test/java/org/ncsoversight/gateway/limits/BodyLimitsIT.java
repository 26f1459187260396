package org.ncsoversight.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.gateway.running.RunningGateway;
import org.ncsoversight.gateway.running.StubPart;

class BodyLimitsIT {

    private static final int MEGABYTE = 1024 * 1024;

    private final RunningGateway gateway = RunningGateway.get();

    BodyLimitsIT() {
        gateway.part.answers(exchange -> {
            exchange.getRequestBody().transferTo(java.io.OutputStream.nullOutputStream());
            StubPart.send(exchange, 201, "application/json", "{}");
        });
    }

    @Test
    void just_the_limit_passes_and_one_byte_more_does_not() {
        assertThat(declared("/api/criteria/x", MEGABYTE).statusCode()).isEqualTo(201);
        assertThat(declared("/api/criteria/x", MEGABYTE + 1).statusCode()).isEqualTo(413);
    }

    @Test
    void a_body_that_does_not_say_its_length_is_counted() {
        assertThat(chunked("/api/criteria/x", MEGABYTE).statusCode()).isEqualTo(201);
        assertThat(chunked("/api/criteria/x", MEGABYTE + 1).statusCode()).isEqualTo(413);
    }

    @Test
    void imports_and_evidence_take_more() {
        assertThat(chunked("/api/feedback/imports", 3 * MEGABYTE).statusCode()).isEqualTo(201);
        assertThat(chunked("/api/feedback/imports", 3 * MEGABYTE + 1).statusCode())
                .isEqualTo(413);
        assertThat(declared("/api/evidence/items", 4 * MEGABYTE).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/criteria/imports/guidance",
                "/api/criteria/imports",
                "/api/criteria/providers/imports",
                "/api/evidence/registers/aims/imports"
            })
    void what_is_imported_into_the_register_may_have_4_megabytes(String path) {
        assertThat(chunked(path, 4 * MEGABYTE).statusCode()).isEqualTo(201);
        assertThat(chunked(path, 4 * MEGABYTE + 1).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/evidence/imports",
                "/api/evidence/packs",
                "/api/evidence/drafts/0b5c5f0e/files",
                "/api/evidence/drafts"
            })
    void what_comes_with_files_may_have_more(String path) {
        assertThat(declared(path, 5 * MEGABYTE).statusCode()).isEqualTo(201);
    }

    @Test
    void the_refusal_is_a_problem_to_machines_and_a_page_to_people() {
        var toMachine = declared("/api/criteria/x", 2 * MEGABYTE);
        var toPerson = gateway.person("provider-lead")
                .post("/feedback/shops/new", "application/x-www-form-urlencoded", "x".repeat(2 * MEGABYTE));

        assertThat(toMachine.body()).contains("\"type\":\"/problems/too-large\"", "Up to 1 MB");
        assertThat(toPerson.statusCode()).isEqualTo(413);
        assertThat(toPerson.body()).contains("What you sent is too large", "<header");
    }

    @Test
    void headers_have_a_limit() {
        var answer =
                gateway.machine("analyst").with("X-Long", "x".repeat(20_000)).get("/api/criteria/editions");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> declared(String path, int length) {
        return gateway.machine("provider-system")
                .send("POST", path, BodyPublishers.ofByteArray(new byte[length]), BodyHandlers.ofString());
    }

    private HttpResponse<String> chunked(String path, int length) {
        return gateway.machine("provider-system")
                .send(
                        "POST",
                        path,
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length])),
                        BodyHandlers.ofString());
    }
}
