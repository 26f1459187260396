package org.ncsoversight.deploy.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report = new Report();

    @Test
    void figures_alone_are_never_missed() {
        report.figure("minutes", 20, "min");

        assertThat(report.kept()).isTrue();
        assertThat(report.toString()).contains("| minutes | 20 min |  |  |", "Every line was kept.");
    }

    @Test
    void one_line_that_is_missed_is_enough() {
        report.line("lost", 0, 0);
        report.line("doubled", 1, 0);

        assertThat(report.kept()).isFalse();
        assertThat(report.toString()).contains("| lost | 0 | 0 | kept |", "| doubled | 1 | 0 | MISSED |");
    }

    @Test
    void a_limit_may_be_reached_and_not_passed() {
        report.atMost("memory", 256, 256, "MiB");
        assertThat(report.kept()).isTrue();
        report.atMost("memory", 256.1, 256, "MiB");
        assertThat(report.kept()).isFalse();
    }

    @Test
    void a_soak_in_which_nothing_happened_proves_nothing() {
        report.some("kills", 0);

        assertThat(report.kept()).isFalse();
    }

    @Test
    void a_page_that_never_came_is_told_as_never() {
        report.atMost("p99", Long.MAX_VALUE / 1e6, 1_000, "ms");

        assertThat(report.toString()).contains("| p99 | never ms | ≤ 1,000 ms | MISSED |");
    }
}
