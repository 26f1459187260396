package org.ncsoversight.reporting.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.reporting.Example;
import org.ncsoversight.reporting.contract.BandChangedMessage;
import org.ncsoversight.reporting.contract.Folded;
import org.ncsoversight.reporting.contract.FoldedMessage;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.contract.Wire;
import org.ncsoversight.reporting.heard.Hearing;
import org.ncsoversight.reporting.heard.Topics;
import org.ncsoversight.reporting.readiness.Band;
import tools.jackson.databind.node.ObjectNode;

class ReadinessTopologyTest {

    private static final Duration DRAIN = Duration.ofMillis(50);
    private static final String UKPRN = "99000001";
    private static final Example ACCEPTED = Example.of("evidence/evidence-accepted");
    private static final Example THREAD = Example.of("evidence/thread-changed");
    private static final Example COUNTED = Example.of("evidence/register-counted");
    private static final Example EDITION = Example.of("criteria/edition");
    private static final Example PROVIDER = Example.of("criteria/provider");

    @TempDir
    private Path state;

    private final List<String> deadLetterReasons = new ArrayList<>();
    private final Day day = new Day(LocalDate.of(2026, 11, 23));
    private TopologyTestDriver driver;
    private TestOutputTopic<String, byte[]> readiness;
    private TestOutputTopic<String, byte[]> changes;
    private TestOutputTopic<String, byte[]> folded;
    private final List<ProducerRecord<String, byte[]>> letters = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();
    private long ticks;
    /** Of each look at the clock that measures. */
    private Duration cost = Duration.ZERO;

    @BeforeEach
    void start() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        driver = new TopologyTestDriver(
                ReadinessTopology.build(new ReadinessTopology.Surroundings(
                        new Hearing(),
                        day,
                        DRAIN,
                        (origin, key, value, headers, unreadable) -> {
                            deadLetterReasons.add(unreadable.reason());
                            letters.add(
                                    KafkaDeadLetters.letter(origin, key, value, headers, unreadable, day.instant()));
                        },
                        delays::add,
                        () -> ticks += cost.toNanos())),
                properties,
                day.instant());
        readiness = output(ReadinessMessage.TOPIC);
        changes = output(BandChangedMessage.TOPIC);
        folded = output(FoldedMessage.TOPIC);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void a_provider_without_any_event_is_not_started_in_all_27_criteria() {
        pipe(Topics.STANDARD, EDITION);
        pipe(Topics.PROVIDERS, PROVIDER);

        ReadinessMessage message = latest();

        assertThat(message.version()).isEqualTo(1);
        assertThat(message.criteria()).hasSize(27).allMatch(criterion -> criterion.band() == Band.NOT_STARTED);
        assertThat(changes.isEmpty()).isTrue();
    }

    @Test
    void accepted_evidence_moves_its_criteria_and_says_so() {
        pipe(Topics.STANDARD, EDITION);
        pipe(Topics.EVIDENCE, ACCEPTED);

        assertThat(bandOf("4.3", latest())).isEqualTo(Band.GATHERING);
        List<BandChangedMessage> told = changes();
        assertThat(told).extracting(BandChangedMessage::criterion).containsExactly("1.7", "4.3");
        assertThat(told).allMatch(change -> change.from() == Band.NOT_STARTED && change.to() == Band.GATHERING);
    }

    @Test
    void the_edition_may_come_last() {
        pipe(Topics.EVIDENCE, ACCEPTED);
        pipe(Topics.PROVIDERS, PROVIDER);
        assertThat(published()).isEmpty();

        pipe(Topics.STANDARD, EDITION);

        assertThat(bandOf("4.3", latest())).isEqualTo(Band.GATHERING);
    }

    @Test
    void every_producers_example_is_folded_and_counted() {
        pipeEverything();

        assertThat(foldedOf(UKPRN))
                .extracting("evidence", "responses", "shops", "claims", "threads", "registers")
                .containsExactly(1L, 1L, 1L, 1L, 1L, 1L);
        assertThat(deadLetterReasons).isEmpty();
    }

    @Test
    void the_same_again_changes_nothing() {
        pipeEverything();
        assertThat(published()).isNotEmpty();

        pipeEverything();

        assertThat(published()).isEmpty();
    }

    @Test
    void the_highest_version_wins_whatever_the_order() {
        pipe(Topics.STANDARD, EDITION);
        pipe(Topics.EVIDENCE, ACCEPTED.with("version", 4).with("state", "withdrawn"));
        pipe(Topics.EVIDENCE, ACCEPTED);

        assertThat(bandOf("4.3", latest())).isEqualTo(Band.NOT_STARTED);
    }

    @Test
    void a_correction_replaces_what_it_corrects() {
        pipe(Topics.STANDARD, EDITION);
        for (int i = 0; i < 30; i++) {
            pipe(Topics.OUTCOMES, claim(i).with("outcomeType", 1));
        }
        assertThat(reasonsOf("3.2", latest())).contains("measure-beyond-limit");

        for (int i = 0; i < 30; i++) {
            pipe(
                    Topics.OUTCOMES,
                    claim(i).with("outcomeType", i % 2 == 0 ? 2 : 3).with("version", 2));
        }

        assertThat(reasonsOf("3.2", latest())).containsExactly("nothing-submitted");
    }

    @Test
    void an_open_thread_is_broken_until_each_of_its_criteria_has_evidence_and_a_closed_one_is_out() {
        pipe(Topics.STANDARD, EDITION);
        pipe(Topics.EVIDENCE, ACCEPTED);
        pipe(Topics.EVIDENCE, THREAD.with("criteria", List.of("1.7", "4.3")).with("evidence", List.of()));
        assertThat(reasonsOf("4.3", latest())).contains("thread-broken");

        String item = ACCEPTED.json().get("evidence").asString();
        Example hung = THREAD.with("criteria", List.of("1.7", "4.3")).with("evidence", List.of(item));
        pipe(Topics.EVIDENCE, hung.with("version", 5));
        assertThat(reasonsOf("4.3", latest())).doesNotContain("thread-broken");

        pipe(Topics.EVIDENCE, THREAD.with("version", 6));
        assertThat(reasonsOf("1.1", latest())).contains("thread-broken");

        pipe(Topics.EVIDENCE, THREAD.with("version", 7).with("open", false));
        assertThat(reasonsOf("1.1", latest())).doesNotContain("thread-broken");
        assertThat(deadLetterReasons).isEmpty();
    }

    @Test
    void the_newest_count_of_a_register_replaces_the_one_before() {
        Example edition = EDITION.with("version", 9);
        edition.json()
                .withArray("measures")
                .addObject()
                .put("code", "advisers-level-4")
                .put("title", "t")
                .put("better", "higher")
                .put("limit", 0.9)
                .put("minimumBase", 3)
                .putArray("criteria")
                .add("2.3");
        pipe(Topics.STANDARD, edition);
        pipe(Topics.EVIDENCE, COUNTED);
        assertThat(reasonsOf("2.3", latest())).contains("measure-beyond-limit");

        Example better = COUNTED.with("version", 4);
        ((ObjectNode) better.json().at("/measures/0")).put("numerator", 12);
        pipe(Topics.EVIDENCE, better);
        assertThat(reasonsOf("2.3", latest())).doesNotContain("measure-beyond-limit");

        pipe(Topics.EVIDENCE, COUNTED);
        assertThat(published()).isEmpty();
    }

    @Test
    void a_count_of_more_than_all_is_set_aside() {
        pipe(Topics.STANDARD, EDITION);
        Example impossible = COUNTED.with("version", 4);
        ((ObjectNode) impossible.json().at("/measures/0")).put("numerator", 13);
        pipe(Topics.EVIDENCE, impossible);
        pipe(Topics.EVIDENCE, THREAD.without("open"));

        assertThat(deadLetterReasons).containsExactly("value-unreadable", "value-unreadable");
    }

    @Test
    void orders_and_repeats_of_the_same_facts_end_the_same() {
        pipe(Topics.STANDARD, EDITION);
        List<Example> told = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            told.add(claim(i));
            told.add(claim(i).with("version", 2).with("outcomeType", 1));
        }
        told.forEach(example -> pipe(Topics.OUTCOMES, example));
        told.reversed().forEach(example -> pipe(Topics.OUTCOMES, example.ofProvider("99000002")));
        told.forEach(example -> pipe(Topics.OUTCOMES, example.ofProvider("99000002")));

        List<ReadinessMessage> all = published();

        List<FoldedMessage> counts = foldedMessages();
        assertThat(lastFoldedOf("99000002", counts)).isEqualTo(lastFoldedOf(UKPRN, counts));
        assertThat(lastOf("99000002", all).criteria())
                .isEqualTo(lastOf(UKPRN, all).criteria());
    }

    @Test
    void a_date_passing_is_enough_for_evidence_to_lapse() {
        pipe(Topics.STANDARD, EDITION);
        pipe(Topics.EVIDENCE, ACCEPTED.with("reviewDate", "2026-11-23"));
        assertThat(reasonsOf("4.3", latest())).contains("lapses-soon");

        day.today = LocalDate.of(2026, 11, 24);
        driver.advanceWallClockTime(Duration.ofSeconds(2));

        assertThat(reasonsOf("4.3", latest())).contains("lapsed");
        assertThat(latestChange("4.3").asOf()).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void a_newer_wording_is_noticed_without_any_other_event() {
        pipe(Topics.STANDARD, EDITION);
        pipe(Topics.EVIDENCE, ACCEPTED);
        assertThat(reasonsOf("4.3", latest())).doesNotContain("text-changed");

        Example newer = EDITION.with("version", 2);
        newer.json().get("criteria").forEach(criterion -> ((ObjectNode) criterion).put("textVersion", 2));
        pipe(Topics.STANDARD, newer);

        assertThat(reasonsOf("4.3", latest())).contains("text-changed");
    }

    @Test
    void poison_is_set_aside_with_its_reason_and_the_stream_goes_on() {
        pipe(Topics.STANDARD, EDITION);
        pipe(Topics.EVIDENCE, ACCEPTED.without("voice"));
        pipe(Topics.EVIDENCE, ACCEPTED);

        ProducerRecord<String, byte[]> letter = letters.getFirst();
        assertThat(letter.key()).isEqualTo(UKPRN);
        assertThat(header(letter, "dead-letter-reason")).isEqualTo("value-unreadable");
        assertThat(header(letter, "dead-letter-topic")).isEqualTo(Topics.EVIDENCE);
        assertThat(header(letter, "ce_type")).isEqualTo("org.ncsoversight.evidence.accepted.v1");
        assertThat(deadLetterReasons).containsExactly("value-unreadable");
        assertThat(bandOf("4.3", latest())).isEqualTo(Band.GATHERING);
    }

    @Test
    void a_burst_is_computed_once() {
        pipe(Topics.STANDARD, EDITION);
        for (int i = 0; i < 100; i++) {
            pipeOnly(Topics.OUTCOMES, claim(i));
        }

        driver.advanceWallClockTime(Duration.ofSeconds(2));

        assertThat(published()).hasSize(1);
    }

    @Test
    void a_fact_that_changes_no_band_makes_no_version_and_is_counted_all_the_same() {
        pipe(Topics.STANDARD, EDITION);
        pipe(Topics.PROVIDERS, PROVIDER);
        long before = latest().version();

        for (int i = 0; i < 20; i++) {
            pipe(Topics.OUTCOMES, claim(i));
        }

        assertThat(published()).extracting(ReadinessMessage::version).allMatch(version -> version <= before + 2);
        List<FoldedMessage> counts = foldedMessages();
        assertThat(counts.getLast().folded().claims()).isEqualTo(20);
        assertThat(counts).extracting(FoldedMessage::version).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void how_far_evidence_was_heard_is_told_also_where_no_band_changes_and_others_facts_do_not_raise_it() {
        var early = Instant.parse("2026-11-23T08:00:00Z");
        var late = Instant.parse("2026-11-23T09:00:00.120Z");
        pipe(Topics.STANDARD, EDITION);
        pipe(Topics.EVIDENCE, recorded(ACCEPTED, late));
        assertThat(latest().folded().evidenceUpTo()).isEqualTo(late);

        pipe(Topics.EVIDENCE, recorded(ACCEPTED.with("evidence", new UUID(0, 1).toString()), early));
        pipe(Topics.OUTCOMES, recorded(claim(1), late.plusSeconds(60)));
        assertThat(foldedOf(UKPRN).evidenceUpTo()).isEqualTo(late);
        var _ = published();

        pipe(Topics.EVIDENCE, recorded(ACCEPTED.with("evidence", new UUID(0, 2).toString()), late.plusSeconds(5)));
        assertThat(published()).isEmpty();
        assertThat(foldedOf(UKPRN).evidenceUpTo()).isEqualTo(late.plusSeconds(5));
    }

    @Test
    void an_edition_says_when_evidence_lapses_soon_and_60_days_when_it_says_nothing() {
        var reviewed = ACCEPTED.with("reviewDate", day.today.plusDays(60).toString());
        pipe(Topics.STANDARD, EDITION);
        pipe(Topics.EVIDENCE, reviewed);
        assertThat(reasonsOf("4.3", latest())).contains("lapses-soon");

        pipe(Topics.STANDARD, EDITION.with("version", 1_000).with("lapsesSoonInDays", 59));
        assertThat(reasonsOf("4.3", latest())).doesNotContain("lapses-soon");

        pipe(Topics.STANDARD, EDITION.with("version", 1_001).with("lapsesSoonInDays", 0));
        assertThat(published()).isEmpty();
    }

    @Test
    void a_provider_that_is_costly_to_compute_is_computed_seldom_and_in_the_end() {
        pipe(Topics.STANDARD, EDITION);
        cost = Duration.ofMillis(100);
        for (int i = 1; i <= 40; i++) {
            pipe(Topics.EVIDENCE, ACCEPTED.with("version", i).with("state", i % 2 == 0 ? "accepted" : "returned"));
        }

        // Two seconds at a tenth of the time for each 100 ms or more.
        assertThat(published()).hasSizeLessThanOrEqualTo(3);
        driver.advanceWallClockTime(Duration.ofSeconds(10));
        assertThat(reasonsOf("4.3", latest())).doesNotContain("returned");
    }

    @Test
    void tombstones_stop_nothing_on_any_topic() {
        pipe(Topics.STANDARD, EDITION);
        for (String topic : List.of(
                Topics.STANDARD, Topics.PROVIDERS, Topics.EVIDENCE, Topics.FEEDBACK, Topics.OUTCOMES, Topics.REPLAYS)) {
            pipeNothing(topic, UKPRN, EDITION.headers());
            pipeNothing(topic, UKPRN, new RecordHeaders());
            pipeNothing(topic, null, new RecordHeaders());
        }

        pipe(Topics.EVIDENCE, ACCEPTED);

        assertThat(bandOf("4.3", latest())).isEqualTo(Band.GATHERING);
        assertThat(deadLetterReasons).contains("empty", "type-missing", "replay-origin-unknown");
    }

    @Test
    void a_replayed_record_counts_as_if_it_came_from_its_origin() {
        pipe(Topics.STANDARD, EDITION);
        pipe(Topics.REPLAYS, replay(ACCEPTED));
        assertThat(bandOf("4.3", latest())).isEqualTo(Band.GATHERING);

        pipe(Topics.REPLAYS, replay(ACCEPTED.without("voice")));

        ProducerRecord<String, byte[]> letter = letters.getLast();
        assertThat(header(letter, "dead-letter-topic")).isEqualTo(Topics.REPLAYS);
        assertThat(header(letter, "dead-letter-first-topic")).isEqualTo(Topics.EVIDENCE);
        assertThat(header(letter, "replay-of")).isEqualTo(Topics.EVIDENCE + "/2/17");
    }

    @Test
    void what_is_live_tells_how_long_it_took_and_history_does_not() {
        pipe(Topics.STANDARD, EDITION);
        pipe(Topics.EVIDENCE, recorded(ACCEPTED, day.instant().minusSeconds(3)));
        pipe(
                Topics.EVIDENCE,
                recorded(
                        ACCEPTED.with("version", 9).with("state", "withdrawn"),
                        day.instant().minusSeconds(90_000)));

        assertThat(delays).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void events_carry_cloud_event_headers_with_ids_that_repeat() {
        pipe(Topics.STANDARD, EDITION);
        pipe(Topics.PROVIDERS, PROVIDER);

        TestRecord<String, byte[]> record = readiness.readRecord();

        assertThat(record.key()).isEqualTo(UKPRN);
        assertThat(header(record, "ce_type")).isEqualTo("org.ncsoversight.reporting.readiness.v1");
        assertThat(header(record, "ce_subject")).isEqualTo(UKPRN);
        assertThat(header(record, "ce_id"))
                .isEqualTo(UUID.nameUUIDFromBytes(
                                "org.ncsoversight.reporting.readiness.v1/99000001/1".getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    private void pipeEverything() {
        pipe(Topics.STANDARD, EDITION);
        pipe(Topics.PROVIDERS, PROVIDER);
        pipe(Topics.PROVIDERS, Example.of("criteria/contract"));
        pipe(Topics.EVIDENCE, ACCEPTED);
        pipe(Topics.EVIDENCE, THREAD);
        pipe(Topics.EVIDENCE, COUNTED);
        pipe(Topics.FEEDBACK, Example.of("feedback/response-recorded").ofProvider(UKPRN));
        pipe(Topics.FEEDBACK, Example.of("feedback/shop-recorded").ofProvider(UKPRN));
        pipe(Topics.OUTCOMES, Example.of("outcomes/claim-recorded").ofProvider(UKPRN));
    }

    private static Example claim(int number) {
        return Example.of("outcomes/claim-recorded")
                .ofProvider(UKPRN)
                .with("version", 1)
                .with("effectiveOn", "2026-10-01")
                .with("claim", new UUID(0, number).toString());
    }

    private void pipe(String topic, Example example) {
        pipeOnly(topic, example);
        // Editions are looked for once a second, everything else is computed at the next drain.
        driver.advanceWallClockTime(topic.equals(Topics.STANDARD) ? Duration.ofSeconds(2) : DRAIN);
    }

    private void pipeOnly(String topic, Example example) {
        TestInputTopic<String, byte[]> input = driver.createInputTopic(
                topic, Serdes.String().serializer(), Serdes.ByteArray().serializer());
        input.pipeInput(new TestRecord<>(example.key(), example.value(), example.headers()));
    }

    private void pipeNothing(String topic, @Nullable String key, Headers headers) {
        TestInputTopic<String, byte[]> input = driver.createInputTopic(
                topic, Serdes.String().serializer(), Serdes.ByteArray().serializer());
        input.pipeInput(new TestRecord<>(key, null, headers));
    }

    private static Example replay(Example example) {
        var headers = new RecordHeaders(example.headers().toArray());
        headers.add("dead-letter-topic", Topics.EVIDENCE.getBytes(StandardCharsets.UTF_8));
        headers.add("replay-of", (Topics.EVIDENCE + "/2/17").getBytes(StandardCharsets.UTF_8));
        return new Example(example.key(), headers, example.json());
    }

    private static Example recorded(Example example, Instant at) {
        var headers = new RecordHeaders(example.headers().toArray());
        headers.remove("ce_recordedtime");
        headers.add("ce_recordedtime", at.toString().getBytes(StandardCharsets.UTF_8));
        return new Example(example.key(), headers, example.json());
    }

    private TestOutputTopic<String, byte[]> output(String topic) {
        return driver.createOutputTopic(
                topic, Serdes.String().deserializer(), Serdes.ByteArray().deserializer());
    }

    private List<ReadinessMessage> published() {
        return readiness.readValuesToList().stream()
                .map(value -> Wire.JSON.readValue(value, ReadinessMessage.class))
                .toList();
    }

    private List<BandChangedMessage> changes() {
        return changes.readValuesToList().stream()
                .map(value -> Wire.JSON.readValue(value, BandChangedMessage.class))
                .toList();
    }

    private ReadinessMessage latest() {
        return published().getLast();
    }

    private BandChangedMessage latestChange(String criterion) {
        return changes().stream()
                .filter(change -> change.criterion().equals(criterion))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static ReadinessMessage lastOf(String ukprn, List<ReadinessMessage> messages) {
        return messages.stream()
                .filter(message -> message.ukprn().equals(ukprn))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static Band bandOf(String criterion, ReadinessMessage message) {
        return find(criterion, message).band();
    }

    private static List<String> reasonsOf(String criterion, ReadinessMessage message) {
        return find(criterion, message).reasonCodes();
    }

    private static ReadinessMessage.Criterion find(String code, ReadinessMessage message) {
        return message.criteria().stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String header(TestRecord<String, byte[]> record, String name) {
        return header(record.headers(), name);
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return header(record.headers(), name);
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private List<FoldedMessage> foldedMessages() {
        return folded.readValuesToList().stream()
                .map(value -> Wire.JSON.readValue(value, FoldedMessage.class))
                .toList();
    }

    private Folded foldedOf(String ukprn) {
        return lastFoldedOf(ukprn, foldedMessages());
    }

    private static Folded lastFoldedOf(String ukprn, List<FoldedMessage> messages) {
        return messages.stream()
                .filter(message -> message.ukprn().equals(ukprn))
                .reduce((_, later) -> later)
                .orElseThrow()
                .folded();
    }

    private static final class Day extends Clock {

        private LocalDate today;

        Day(LocalDate today) {
            this.today = today;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return today.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }
}
