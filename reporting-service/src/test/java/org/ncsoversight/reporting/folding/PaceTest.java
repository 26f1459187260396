package org.ncsoversight.reporting.folding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private final CommitPace commits = new CommitPace();
    private final DrainPace drains = new DrainPace();

    @Test
    void what_is_live_is_committed_at_once_while_committing_is_cheap() {
        assertThat(commits.grants(1_000, 0)).isTrue();
        commits.took(1_000, 1_005);

        assertThat(commits.grants(1_050, 0)).isTrue();
    }

    @Test
    void committing_takes_at_most_a_third_of_the_time() {
        assertThat(commits.grants(1_000, 0)).isTrue();
        commits.took(1_000, 1_200);

        assertThat(commits.grants(1_599, 0)).isFalse();
        assertThat(commits.grants(1_600, 0)).isTrue();
    }

    @Test
    void batches_grow_with_the_backlog_up_to_a_limit() {
        assertThat(commits.grants(10_000, 4_000)).isTrue();

        hear(CommitPace.RECORDS_OF_BATCH);
        assertThat(commits.grants(10_999, 4_000)).isFalse();
        assertThat(commits.grants(11_000, 4_000)).isTrue();
        hear(CommitPace.RECORDS_OF_BATCH);
        assertThat(commits.grants(12_999, 3_600_000)).isFalse();
        assertThat(commits.grants(13_000, 3_600_000)).isTrue();
    }

    @Test
    void a_batch_waits_for_so_many_records_while_behind_but_not_for_ever() {
        assertThat(commits.grants(10_000, 4_000)).isTrue();

        hear(CommitPace.RECORDS_OF_BATCH - 1);
        assertThat(commits.grants(14_999, 4_000)).isFalse();
        assertThat(commits.grants(14_999, 999)).isTrue();
        assertThat(commits.grants(19_999, 4_000)).isTrue();
    }

    private void hear(int records) {
        for (int i = 0; i < records; i++) {
            commits.heard();
        }
    }

    @Test
    void what_is_behind_is_computed_less_often_and_never_for_more_than_a_quarter_of_the_time() {
        drains.drained(10_000, 100);
        drains.heard(8_000, 10_100);
        assertThat(drains.due(10_624)).isFalse();
        assertThat(drains.due(10_625)).isTrue();

        drains.drained(20_000, 1_000);
        drains.heard(18_000, 21_000);
        assertThat(drains.due(23_999)).isFalse();
        assertThat(drains.due(24_000)).isTrue();
    }

    @Test
    void nothing_heard_since_means_not_behind() {
        drains.heard(0, 10_000);
        assertThat(drains.behindMillis()).isEqualTo(10_000);

        drains.drained(10_000, 0);

        assertThat(drains.behindMillis()).isZero();
        assertThat(drains.due(10_050)).isTrue();
    }
}
