package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What reporting-service publishes is what a provider's home shows. */
class HomeIT extends RunningService {

    private static final String HOME = "/evidence/home";
    private static final String HTML = "text/html";
    private static final String READINESS = "ncs.reporting.readiness.v1";
    private static final String FOLDED = "ncs.reporting.folded.v1";

    private final String ukprn = Integer.toString(ThreadLocalRandom.current().nextInt(10_000_000, 90_000_000));
    private final String lead = Tokens.ofProvider("provider-lead", ukprn);

    @Test
    void readiness_is_not_computed_yet_until_it_is_published_and_then_shown_with_the_time_it_was_heard_up_to()
            throws Exception {
        assertThat(home()).contains("Your readiness is not computed yet", "Not computed yet");

        tell(READINESS, readiness(2, "GATHERING"), Instant.parse("2026-11-23T10:15:30.120Z"));

        eventually(() -> home().contains("10:15:30 on 23 November 2026"));
        assertThat(home()).contains("Gathering", "No evidence speaks for clients.", "Next: Add evidence from clients.");
        assertThat(home()).doesNotContain("Your readiness is not computed yet");
        assertThat(get(HOME, otherLead(), HTML).body()).doesNotContain("10:15:30 on 23 November 2026");
    }

    @Test
    void what_comes_late_or_again_changes_nothing_and_what_nobody_can_read_stops_nothing() throws Exception {
        var time = Instant.parse("2026-11-23T11:00:00Z");
        tell(READINESS, readiness(7, "AT_RISK"), time);
        eventually(() -> home().contains("11:00:00 on"));

        tell(READINESS, readiness(6, "READY"), time.minusSeconds(60));
        tell(READINESS, readiness(7, "AT_RISK"), time);
        var poison = message(READINESS, readiness(9, "SPLENDID"), time);
        publish(poison);
        tell(FOLDED, folded(1, time), time.plusSeconds(61));

        eventually(() -> home().contains("11:01:01 on"));
        assertThat(home().split(">At risk<", -1)).hasSize(2);
        assertThat(home().split(">Ready<", -1)).as("only the other criterion").hasSize(2);
        assertThat(reasonOfLetter()).isEqualTo("field-refused");
    }

    @Test
    void what_was_sent_a_moment_ago_is_said_until_it_was_heard() throws Exception {
        tell(READINESS, readiness(1, "GATHERING"), Instant.now().minus(Duration.ofDays(1)));
        eventually(() -> home().contains("No evidence speaks for clients."));

        submit(UUID.randomUUID(), lead, "survey.pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8));
        assertThat(home())
                .contains("“Survey of clients” was sent a moment ago and is not counted yet.")
                .contains("No evidence speaks for clients.", "Gathering");

        tell(FOLDED, folded(1, Instant.now()), Instant.now());
        eventually(() -> !home().contains("a moment ago"));
    }

    private String home() throws Exception {
        var answer = get(HOME, lead, HTML);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private ObjectNode readiness(long version, String band) throws Exception {
        var value = (ObjectNode) example("reporting", "readiness").get("value");
        value.put("ukprn", ukprn).put("version", version);
        var criterion = (ObjectNode) value.at("/criteria/1");
        criterion.put("band", band);
        ((ArrayNode) criterion.get("reasons")).remove(0);
        return value;
    }

    private ObjectNode folded(long version, Instant evidenceUpTo) throws Exception {
        var value = (ObjectNode) example("reporting", "folded-evidence-up-to").get("value");
        value.put("ukprn", ukprn).put("version", version);
        ((ObjectNode) value.get("folded")).put("evidenceUpTo", evidenceUpTo.toString());
        return value;
    }

    private void tell(String topic, ObjectNode value, Instant time) throws Exception {
        publish(message(topic, value, time));
    }

    private ProducerRecord<String, String> message(String topic, ObjectNode value, Instant time) {
        var message = new ProducerRecord<>(topic, ukprn, value.toString());
        Map.of("ce_type", "org." + topic.replace("ncs.", "ncsoversight."), "ce_time", time.toString())
                .forEach((name, header) -> message.headers().add(name, header.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    /** Of the one whose key is this provider. */
    private String reasonOfLetter() throws Exception {
        var found = new String[1];
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", KAFKA, "group.id", "test-" + UUID.randomUUID()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor("ncs.evidence.dead-letters.v1").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            eventually(() -> {
                for (var letter : consumer.poll(Duration.ofMillis(200))) {
                    if (letter.key() != null && new String(letter.key(), StandardCharsets.UTF_8).equals(ukprn)) {
                        found[0] = reason(letter);
                    }
                }
                return found[0] != null;
            });
        }
        return found[0];
    }

    private static String reason(ConsumerRecord<byte[], byte[]> letter) {
        return Optional.ofNullable(letter.headers().lastHeader("dead-letter-reason"))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .orElse("");
    }
}
