package org.ncsoversight.deploy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private final Topics topics = Topics.read(Path.of("kafka/topics.yaml"));

    @Test
    void every_topic_of_the_platform_is_listed_and_no_other() {
        assertThat(topics.keptByName())
                .containsOnlyKeys(
                        "ncs.standard.v1",
                        "ncs.providers.v1",
                        "ncs.evidence.v1",
                        "ncs.feedback.v1",
                        "ncs.outcomes.v1",
                        "ncs.reporting.readiness.v1",
                        "ncs.reporting.readiness-changes.v1",
                        "ncs.reporting.folded.v1",
                        "ncs.reporting.replays.v1",
                        "ncs.evidence.dead-letters.v1",
                        "ncs.feedback.dead-letters.v1",
                        "ncs.outcomes.dead-letters.v1",
                        "ncs.reporting.dead-letters.v1",
                        "ncs.evidence.replays.v1",
                        "ncs.feedback.replays.v1",
                        "ncs.outcomes.replays.v1");
    }

    @Test
    void what_is_state_is_compacted_and_what_happened_is_kept() {
        assertThat(topics.settings("ncs.standard.v1")).containsEntry("cleanup.policy", "compact");
        assertThat(topics.settings("ncs.providers.v1")).containsEntry("cleanup.policy", "compact");
        assertThat(topics.settings("ncs.reporting.readiness.v1")).containsEntry("cleanup.policy", "compact");
        assertThat(topics.settings("ncs.reporting.folded.v1")).containsEntry("cleanup.policy", "compact");
        assertThat(topics.settings("ncs.reporting.replays.v1")).containsEntry("retention.ms", "7776000000");
        assertThat(topics.settings("ncs.evidence.v1"))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1");
        assertThat(topics.settings("ncs.evidence.dead-letters.v1"))
                .containsEntry("retention.ms", "7776000000")
                .containsEntry("retention.bytes", "268435456");
    }

    @Test
    void every_topic_has_three_partitions() {
        assertThat(topics.partitions()).isEqualTo(3);
    }
}
