package org.ncsoversight.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.criteria.model.Assignment;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.people.InMemoryPeopleDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.json.JsonMapper;

@Import(CalendarIT.People.class)
class CalendarIT extends RunningService {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String API = "/api/criteria/calendar";
    private static final String PAGE = "/providers/accreditation/calendar";

    @TestConfiguration(proxyBeanMethods = false)
    static class People {

        @Bean
        @Primary
        InMemoryPeopleDirectory peopleInMemory() {
            return new InMemoryPeopleDirectory();
        }
    }

    @Autowired
    private InMemoryPeopleDirectory people;

    @BeforeEach
    void two_accredited_providers() {
        for (String ukprn : new String[] {"99000601", "99000602"}) {
            put("/api/criteria/providers/" + ukprn, "{\"name\":\"P" + ukprn + "\",\"kind\":\"prime\"}", ADMINISTRATOR);
            put(
                    "/api/criteria/providers/" + ukprn + "/accreditation",
                    "{\"edition\":\"matrix-ncs-4e\",\"accreditedOn\":\"2025-02-01\"}",
                    ADMINISTRATOR);
        }
    }

    @AfterEach
    void back() {
        people.comeBack();
    }

    @Test
    void a_calendar_is_read_without_signing_in_and_shows_what_its_owner_sees_at_that_time() {
        String lead = Tokens.ofProvider("provider-lead", "99000601");
        var person = people.active(usernameOf(lead), PersonRole.PROVIDER_LEAD, Optional.of("99000601"));

        String address = created(lead);
        HttpResponse<String> own = get(address, "");
        people.give(person.id(), PersonRole.CONTRACT_MANAGER, Assignment.NONE);
        HttpResponse<String> all = get(address, "");
        people.admit(person.id(), false);
        HttpResponse<String> suspended = get(address, "");

        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.headers().firstValue("Content-Type")).contains("text/calendar;charset=utf-8");
        assertThat(own.body()).contains("P99000601").doesNotContain("P99000602");
        assertThat(all.body()).contains("P99000601", "P99000602");
        assertThat(suspended.statusCode()).isEqualTo(404);
        String etag = all.headers().firstValue("ETag").orElseThrow();
        people.admit(person.id(), true);
        assertThat(send(to(address, "").method("HEAD", BodyPublishers.noBody())).statusCode())
                .isEqualTo(200);
        assertThat(send(to(address, "").header("If-None-Match", etag).GET()).statusCode())
                .isEqualTo(304);
    }

    @Test
    void an_address_that_was_revoked_or_replaced_or_guessed_answers_no_more() {
        String manager = Tokens.of("contract-manager");
        people.active(usernameOf(manager), PersonRole.CONTRACT_MANAGER, Optional.empty());

        String first = created(manager);
        String second = created(manager);
        assertThat(first).isNotEqualTo(second);
        assertThat(get(first, "").statusCode()).isEqualTo(404);
        assertThat(get(second, "").statusCode()).isEqualTo(200);
        assertThat(get(API, manager).body()).contains("createdAt").doesNotContain(second);
        assertThat(send(to(API, manager).DELETE()).statusCode()).isEqualTo(204);
        assertThat(get(second, "").statusCode()).isEqualTo(404);
        assertThat(get(API, manager).statusCode()).isEqualTo(404);
        assertThat(get(API + "/AAAAAAAAAAAAAAAAAAAAAA.ics", "").statusCode()).isEqualTo(404);
        assertThat(get(API, "").statusCode()).isEqualTo(401);
    }

    @Test
    void a_page_creates_shows_once_and_revokes_the_address() {
        String manager = Tokens.of("contract-manager");
        people.active(usernameOf(manager), PersonRole.CONTRACT_MANAGER, Optional.empty());

        String created = post(PAGE, Map.of("action", "create"), manager).body();
        var matcher = Pattern.compile("value=\"http://[^/]+(/api/criteria/calendar/[A-Za-z0-9_-]{22}\\.ics)\"")
                .matcher(created);

        assertThat(matcher.find()).isTrue();
        assertThat(get(matcher.group(1), "").body()).contains("P99000602");
        assertThat(page(PAGE, manager).body())
                .contains("You have an address since")
                .doesNotContain(".ics");
        assertThat(post(PAGE, Map.of("action", "revoke"), manager).statusCode()).isEqualTo(303);
        assertThat(page(PAGE, manager).body()).contains("You have no address");
        assertThat(get(matcher.group(1), "").statusCode()).isEqualTo(404);
    }

    @Test
    void while_nobody_can_say_what_the_owner_sees_nothing_is_shown() {
        String manager = Tokens.of("contract-manager");
        people.active(usernameOf(manager), PersonRole.CONTRACT_MANAGER, Optional.empty());
        String address = created(manager);
        people.goAway();

        assertThat(get(address, "").statusCode()).isEqualTo(503);
    }

    private String created(String token) {
        HttpResponse<String> created = send(to(API, token).POST(BodyPublishers.noBody()));
        assertThat(created.statusCode()).isEqualTo(201);
        return JSON.readTree(created.body()).get("address").asString();
    }

    private static String usernameOf(String token) {
        String claims = new String(
                java.util.Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]),
                java.nio.charset.StandardCharsets.UTF_8);
        return JSON.readTree(claims).get("preferred_username").asString();
    }
}
