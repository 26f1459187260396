package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** JSON that says more or less than was promised is refused by name, before anything of it is kept. */
class WrongBodiesIT extends RunningService {

    private static final String TYPE = "application/json";

    @Test
    void the_field_is_named() throws Exception {
        var bodies = Map.of(
                "/api/evidence/items",
                "{\"titel\":\"Survey\"}",
                "/api/evidence/drafts",
                "{\"titel\":\"Survey\"}",
                "/api/evidence/improvement",
                "{\"titel\":\"Better\"}",
                "/api/evidence/threads",
                "{\"titel\":\"Thread\"}",
                "/api/evidence/registers/advisers/rows",
                "{\"titel\":{}}",
                "/api/evidence/items/" + UUID.randomUUID() + "/withdrawal",
                "{\"titel\":\"x\"}");
        for (var body : bodies.entrySet()) {
            assertRefused(body.getKey(), body.getValue(), "titel", "field-unknown");
        }
        assertRefused(
                "/api/evidence/improvement",
                "{\"sources\":[{\"kind\":\"gap\"},{\"colour\":1}]}",
                "sources[1].colour",
                "field-unknown");
    }

    @Test
    void and_so_is_the_place_of_a_null() throws Exception {
        assertRefused("/api/evidence/items", "{\"criteria\":[\"4.3\",null]}", "criteria[1]", "null-not-allowed");
        assertRefused("/api/evidence/items/bulk", "{\"items\":[null]}", "items[0]", "null-not-allowed");
        assertRefused("/api/evidence/improvement", "{\"sources\":[null]}", "sources[0]", "null-not-allowed");
        assertRefused("/api/evidence/webhooks", "{\"types\":[null]}", "types[0]", "null-not-allowed");
    }

    @Test
    void half_of_a_character_is_refused_wherever_text_comes_in() throws Exception {
        String half = "\"half \\ud83d pair\"";
        assertRefused("/api/evidence/items", "{\"title\":" + half + "}", "title", "text-not-whole");
        assertRefused("/api/evidence/drafts", "{\"statement\":" + half + "}", "statement", "text-not-whole");
        assertRefused("/api/evidence/threads", "{\"name\":" + half + "}", "name", "text-not-whole");
        assertRefused("/api/evidence/comments", "{\"text\":" + half + "}", "text", "text-not-whole");
        assertRefused(
                "/api/evidence/registers/advisers/rows",
                "{\"cells\":{\"role\":" + half + "}}",
                "cells.role",
                "text-not-whole");
    }

    @Test
    void a_title_that_shows_nothing_is_missing() throws Exception {
        var refused = post("/api/evidence/items", lead(), TYPE, "{\"title\":\"\\u200b\\u00a0\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("title-missing");
    }

    @Test
    void an_empty_cell_of_a_register_may_be_null_and_a_number_without_end_is_no_number() throws Exception {
        String row = "{\"cells\":{\"reference\":\"N-%s\",\"role\":\"Adviser\",\"held\":%s,\"inductedOn\":null}}";

        assertThat(post("/api/evidence/registers/advisers/rows", lead(), TYPE, row.formatted(UUID.randomUUID(), 4))
                        .statusCode())
                .isEqualTo(201);
        assertThat(post(
                                "/api/evidence/registers/advisers/rows",
                                lead(),
                                TYPE,
                                row.formatted(UUID.randomUUID(), "1e999999999"))
                        .body())
                .contains("held-not-a-number");
    }

    private void assertRefused(String path, String body, String field, String code) throws Exception {
        var answer = send("POST", path, lead(), TYPE, body);

        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(400);
        var problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo("/problems/wrong-field");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/code").asString()).isEqualTo(code);
    }
}
