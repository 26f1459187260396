package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.together.store.KnownPeople;
import org.springframework.beans.factory.annotation.Autowired;

/** Who calls is remembered with their organisation and address, so that colleagues can be named. */
class PeopleSeenIT extends RunningService {

    @Autowired
    private KnownPeople people;

    @Test
    void whoever_calls_is_known_as_their_latest_token_says() throws Exception {
        var name = "anna-" + UUID.randomUUID();
        call(name, "provider-contributor", Map.of("ukprn", "99000001"));
        assertThat(people.named(name).orElseThrow().email()).isNull();

        call(name, "provider-lead", Map.of("ukprn", "99000001", "email", "anna@example.org"));

        var known = people.named(name).orElseThrow();
        assertThat(known.email()).isEqualTo("anna@example.org");
        assertThat(known.lead()).isTrue();
        assertThat(known.person().belongsTo(new ProviderId("99000001"))).isTrue();
    }

    private void call(String name, String role, Map<String, Object> claims) throws Exception {
        assertThat(get("/evidence", Tokens.token(name, role, claims), "text/html")
                        .statusCode())
                .isEqualTo(200);
    }
}
