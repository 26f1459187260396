package org.ncsoversight.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;

/** Nobody listens where Keycloak should be. */
class PeopleWithoutKeycloakIT extends RunningService {

    private static final String LEAD = Tokens.ofProvider("provider-lead", "99000001");
    private static final String SOMEBODY = "00000000-0000-4000-8000-000000000001";

    @Test
    void the_pages_say_so() {
        HttpResponse<String> list = page("/people", LEAD);

        assertThat(list.statusCode()).isEqualTo(503);
        assertThat(list.body()).contains("people cannot be shown at the moment", "The sign-in service");
        assertThat(page("/people/" + SOMEBODY, LEAD).statusCode()).isEqualTo(503);
        assertThat(page("/people/account", LEAD).statusCode()).isEqualTo(503);
        assertThat(page("/people/changes", LEAD).statusCode()).isEqualTo(200);
        assertThat(page("/people/machines", LEAD).statusCode()).isEqualTo(200);
    }

    @Test
    void a_machine_account_that_could_not_be_made_keeps_its_name_on_the_page() {
        var form = Map.of("request", UUID.randomUUID().toString(), "name", "Case management");

        HttpResponse<String> made = post("/people/machines/new", form, LEAD);

        assertThat(made.statusCode()).isEqualTo(503);
        assertThat(made.body()).contains("The sign-in service does not answer", "value=\"Case management\"");
        assertThat(send(to("/api/criteria/people/machines", LEAD)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"name\":\"Case management\"}")))
                        .body())
                .contains("/problems/people-away");
    }

    @Test
    void programs_get_a_problem() {
        HttpResponse<String> list = get("/api/criteria/people", LEAD);
        HttpResponse<String> suspended = put("/api/criteria/people/" + SOMEBODY + "/suspension", "", LEAD);
        HttpResponse<String> invited = send(to("/api/criteria/people", LEAD)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                    {"firstName":"Sam","lastName":"Test","email":"sam@example.com","username":"sam.api","role":"provider-lead"}
                    """)));

        for (HttpResponse<String> answer : List.of(list, suspended, invited)) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("/problems/people-away");
        }
    }

    @Test
    void what_was_typed_is_kept_and_the_try_is_on_record() {
        var form = new HashMap<>(Map.of(
                "request", UUID.randomUUID().toString(),
                "firstName", "Robin",
                "lastName", "Vale",
                "email", "robin@example.com",
                "username", "robin.vale",
                "role", "provider-lead"));

        HttpResponse<String> invited = post("/people/invited", form, LEAD);

        assertThat(invited.statusCode()).isEqualTo(503);
        assertThat(invited.body())
                .contains("The sign-in service does not answer", "value=\"robin.vale\"", form.get("request"));
        assertThat(page("/people/changes", LEAD).body()).contains("robin.vale", "No answer, may have happened");
    }

    @Test
    void a_change_can_be_tried_again_with_one_button() {
        HttpResponse<String> changed =
                post("/people/" + SOMEBODY + "/role", Map.of("role", "provider-lead", "seen", "12ab"), LEAD);

        assertThat(changed.statusCode()).isEqualTo(503);
        assertThat(changed.body()).contains("Try again", "value=\"provider-lead\"", "value=\"12ab\"");
    }
}
