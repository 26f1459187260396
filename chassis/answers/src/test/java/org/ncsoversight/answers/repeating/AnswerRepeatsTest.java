package org.ncsoversight.answers.repeating;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.answers.Answers;
import org.ncsoversight.answers.ProblemPage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class AnswerRepeatsTest {

    private static final String PEOPLE = "/api/people";

    private final KeptAnswers kept = new InMemoryKeptAnswers();
    private final MovableClock clock = new MovableClock();
    private final RepeatSettings settings = RepeatSettings.usualExcept(Set.of(PEOPLE), Set.of(PEOPLE + "/"));
    private final RequestsUnderWay underWay = new RequestsUnderWay(kept, settings, clock);
    private final AnswerRepeats repeats = new AnswerRepeats(
            kept,
            underWay,
            settings,
            clock,
            new Answers(JsonMapper.shared(), ProblemPage.withLink("/", "Go to the home page")));

    /** What the endpoint made, in order. */
    private final List<UUID> made = new ArrayList<>();

    private int statusOfTheEndpoint = 201;

    @AfterEach
    void stop() {
        underWay.close();
    }

    @Test
    void the_same_key_gives_the_same_answer_and_makes_nothing_twice() throws Exception {
        var first = post("k", "one");
        var again = post("k", "one");

        assertThat(made).hasSize(1);
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(first.getHeader("Idempotency-Replayed")).isNull();
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(again.getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_key_serves_for_one_request_alone() throws Exception {
        post("k", "one");
        var other = post("k", "another");

        assertThat(made).hasSize(1);
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString()).contains("/problems/idempotency-key-reused");
    }

    @Test
    void one_callers_key_is_not_anothers_and_without_a_key_nothing_is_kept() throws Exception {
        post("k", "one");
        post("k", "one", "bob", "/api/things");
        post(null, "one");
        post(null, "one");

        assertThat(made).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void a_key_ends_after_its_24_hours_also_for_the_ids_that_follow_from_it() throws Exception {
        post("k", "one");
        clock.forward(Duration.ofHours(24).plusMillis(1));
        var again = post("k", "one");

        assertThat(again.getHeader("Idempotency-Replayed")).isNull();
        assertThat(made).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void a_failure_of_ours_is_not_kept_and_the_next_attempt_makes_the_same_thing() throws Exception {
        statusOfTheEndpoint = 503;
        post("k", "one");
        statusOfTheEndpoint = 201;
        var again = post("k", "one");

        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(made).hasSize(2);
        assertThat(made.getLast()).isEqualTo(made.getFirst());
    }

    @Test
    void a_refusal_is_an_answer_too() throws Exception {
        statusOfTheEndpoint = 422;
        post("k", "one");

        assertThat(post("k", "one").getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(made).hasSize(1);
    }

    @Test
    void what_is_said_by_the_error_page_is_not_kept_as_nothing() throws Exception {
        statusOfTheEndpoint = -400;
        post("k", "one");
        post("k", "one");

        assertThat(made).hasSize(2);
    }

    @Test
    void a_key_under_way_says_when_to_come_back() throws Exception {
        var meanwhile = new MockHttpServletResponse();
        repeats.doFilter(
                request("k", "one", "anna", "/api/things"),
                new MockHttpServletResponse(),
                (_, _) -> repeats.doFilter(
                        request("k", "one", "anna", "/api/things"), meanwhile, (_, _) -> made.add(UUID.randomUUID())));

        assertThat(made).isEmpty();
        assertThat(meanwhile.getStatus()).isEqualTo(409);
        assertThat(meanwhile.getContentAsString()).contains("/problems/idempotency-key-in-use");
        assertThat(meanwhile.getHeader("Retry-After")).isEqualTo("2");
    }

    @Test
    void a_key_that_is_none_is_refused() throws Exception {
        var long256 = post("x".repeat(256), "one");
        var long255 = post("x".repeat(255), "one");

        assertThat(long256.getStatus()).isEqualTo(400);
        assertThat(long256.getContentAsString()).contains("/problems/idempotency-key-unfit");
        assertThat(long255.getStatus()).isEqualTo(201);
    }

    @Test
    void a_path_that_keeps_keys_by_itself_is_left_alone() throws Exception {
        post("k", "one", "anna", PEOPLE);
        post("k", "one", "anna", PEOPLE);

        assertThat(made).hasSize(2);
    }

    @Test
    void where_an_answer_is_nobodys_to_keep_a_key_is_refused_before_anything_is_done() throws Exception {
        var refused = post("k", "one", "anna", PEOPLE + "/anna/password");

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("/problems/idempotency-key-unsupported");
        assertThat(made).isEmpty();
        assertThat(post(null, "one", "anna", PEOPLE + "/anna/password").getStatus())
                .isEqualTo(201);
    }

    private MockHttpServletResponse post(String key, String body) throws Exception {
        return post(key, body, "anna", "/api/things");
    }

    private MockHttpServletResponse post(String key, String body, String caller, String path) throws Exception {
        var response = new MockHttpServletResponse();
        repeats.doFilter(
                request(key, body, caller, path),
                response,
                (request, answer) -> answer((HttpServletRequest) request, (HttpServletResponse) answer));
        return response;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = Repeats.idOr(null, request);
        made.add(id);
        request.getInputStream().readAllBytes();
        if (statusOfTheEndpoint < 0) {
            response.sendError(-statusOfTheEndpoint);
            return;
        }
        response.setStatus(statusOfTheEndpoint);
        response.setHeader("ETag", "\"1\"");
        response.getWriter().write(id.toString());
    }

    private static MockHttpServletRequest request(String key, String body, String caller, String path) {
        var request = new MockHttpServletRequest("POST", path);
        request.setUserPrincipal(() -> caller);
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        if (key != null) {
            request.addHeader("Idempotency-Key", key);
        }
        return request;
    }

    /** A clock whose hands can be moved. */
    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-11-30T12:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
