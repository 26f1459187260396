package org.ncsoversight.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class MetricsReadersTest {

    private static final String TOKEN = "token/of+readers=";

    @Test
    void whoever_sends_the_token_may_read() {
        assertThat(asked(TOKEN, "Bearer " + TOKEN)).isTrue();
        assertThat(asked(TOKEN, "bearer " + TOKEN)).isTrue();
    }

    @Test
    void whoever_sends_anything_else_may_not() {
        assertThat(asked(TOKEN, null)).isFalse();
        assertThat(asked(TOKEN, "")).isFalse();
        assertThat(asked(TOKEN, "Bearer ")).isFalse();
        assertThat(asked(TOKEN, TOKEN)).isFalse();
        assertThat(asked(TOKEN, "Basic " + TOKEN)).isFalse();
        assertThat(asked(TOKEN, "Bearer " + TOKEN + " ")).isFalse();
    }

    @Test
    void without_a_token_nobody_may() {
        assertThat(asked("", "Bearer ")).isFalse();
        assertThat(asked("", null)).isFalse();
    }

    @Test
    void a_token_that_can_be_guessed_is_refused_at_start() {
        assertThatThrownBy(() -> new MetricsReaders("x".repeat(15))).hasMessageContaining("METRICS_TOKEN");
        assertThat(new MetricsReaders("x".repeat(16)).isThereOne()).isTrue();
    }

    @Test
    void it_does_not_say_the_token() {
        assertThat(new MetricsReaders(TOKEN).toString()).doesNotContain(TOKEN);
    }

    private static boolean asked(String token, String authorization) {
        var request = new MockHttpServletRequest();
        if (authorization != null) {
            request.addHeader("Authorization", authorization);
        }
        return new MetricsReaders(token).include(request);
    }
}
