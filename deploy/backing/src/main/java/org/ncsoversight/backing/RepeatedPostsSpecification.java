package org.ncsoversight.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every service does with an Idempotency-Key, whatever the POST is about; a refusal is an answer too. */
public interface RepeatedPostsSpecification {

    int port();

    String token();

    /** Of the API, and takes a POST. */
    String path();

    String contentType();

    String body();

    @Test
    default void a_post_under_one_key_is_answered_once_and_then_alike() {
        String key = UUID.randomUUID().toString();

        var first = post(key, body());
        var again = post(key, body());

        assertThat(first.statusCode()).as(first.body()).isLessThan(500);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(again.headers().allValues(header))
                    .as(header)
                    .isEqualTo(first.headers().allValues(header));
        }
    }

    @Test
    default void a_key_does_not_serve_for_two_posts() {
        String key = UUID.randomUUID().toString();
        post(key, body());

        var other = post(key, body() + " ");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("\"/problems/idempotency-key-reused\"");
    }

    @Test
    default void a_key_that_is_none_is_refused() {
        var answer = post("x".repeat(256), body());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"/problems/idempotency-key-unfit\"");
    }

    private HttpResponse<String> post(String key, String body) {
        return Ask.within(
                Duration.ofSeconds(30),
                Ask.at(port(), path())
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", contentType())
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }
}
