package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.standard.InMemoryStandard;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A new edition comes into force beside the one that evidence was written for. */
class DualRunningIT extends RunningService {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON_TYPE = "application/json";
    private static final String HTML = "text/html";

    @Autowired
    private KnownStandard standard;

    /** Makes a service and a database of its own, which no other test may find with two editions. */
    @DynamicPropertySource
    static void alone(DynamicPropertyRegistry properties) {
        properties.add("evidence.expiry.interval", () -> "20m");
    }

    @Test
    void evidence_of_the_old_edition_is_listed_for_a_fresh_look_and_answers_both() throws Exception {
        var id = UUID.randomUUID();
        post("/api/evidence/items", lead(), JSON_TYPE, item(id));
        decide(id, "acceptance", assessor(), "");
        assertThat(get("/api/evidence/items?freshLook=true", lead(), JSON_TYPE).body())
                .doesNotContain(id.toString());

        standard.keep(InMemoryStandard.following("4.3"));

        assertThat(get("/api/evidence/items?freshLook=true", lead(), JSON_TYPE).body())
                .contains(id.toString());
        assertThat(get("/evidence/" + id, lead(), HTML).body()).contains("Needs a fresh look", "The next edition");

        post("/evidence/" + id + "/revise", lead(), FORM, "");
        var criteria = get("/evidence/drafts/" + id + "/criteria", lead(), HTML).body();
        assertThat(criteria)
                .contains("The next edition", "select at least one of its criteria")
                .containsPattern("name=\"criteria\"[^>]*value=\"4.3\"")
                .containsPattern("name=\"references\"[^>]*value=\"matrix-ncs-4e/4.3\"");
        post(
                "/evidence/drafts/" + id + "/criteria",
                lead(),
                FORM,
                "version=1&action=continue&criteria=4.3&references=matrix-ncs-4e/4.3");
        assertThat(get("/evidence/drafts/" + id + "/criteria", lead(), HTML).body())
                .containsPattern("value=\"matrix-ncs-4e/4.3\"[^>]*checked");
        assertThat(get("/evidence/drafts/" + id + "/about", lead(), HTML).body())
                .contains("All that 4.3 asks");
        assertThat(get("/evidence/drafts/" + id + "/check", lead(), HTML).body())
                .contains("4.3 Feedback is evaluated");
        post("/api/evidence/drafts/" + id + "/submission", lead(), JSON_TYPE, "{}");

        assertThat(get("/evidence/" + id + "/review", assessor(), HTML).body())
                .contains(
                        "All that 4.3 asks",
                        "What did you gain?",
                        "/criteria/editions/matrix-ncs-4e/criteria/4.3",
                        "/criteria/4.3\"");
        assertThat(get("/api/evidence/items?freshLook=true&state=submitted", lead(), JSON_TYPE)
                        .body())
                .doesNotContain(id.toString());
    }
}
