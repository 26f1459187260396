package org.ncsoversight.deploy.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    @Test
    void a_figure_that_cannot_be_measured_says_why_and_the_next_is_measured() {
        var printed = new ByteArrayOutputStream();
        var attempts = new Attempts(new PrintStream(printed));
        List<String> measured = new ArrayList<>();

        attempts.at("import", () -> {
            throw new IllegalStateException("answered 503", new IllegalArgumentException("after 60 s"));
        });
        attempts.at("reads", () -> measured.add("reads"));

        assertThat(measured).containsExactly("reads");
        assertThat(attempts.failed()).isEqualTo(1);
        assertThat(printed.toString(UTF_8)).contains("import not measured", "answered 503", "after 60 s");
    }
}
