package org.ncsoversight.criteria.deadletters.resolving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.criteria.store.Letters.KIND;
import static org.ncsoversight.criteria.store.Letters.START;
import static org.ncsoversight.criteria.store.Letters.cut;
import static org.ncsoversight.criteria.store.Letters.letter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.Letter.State;
import org.ncsoversight.criteria.deadletters.resolving.CloseLetter.Command;
import org.ncsoversight.criteria.deadletters.resolving.CloseLetter.Result;
import org.ncsoversight.criteria.store.InMemoryLetterStore;
import org.ncsoversight.criteria.store.Letters;

class ClosingLettersTest {

    private static final Instant NOW = START.plusSeconds(1_000);
    private static final TopicPartition ORIGIN = new TopicPartition("ncs.providers.v1", 0);

    private Instant now = NOW;
    private final Clock clock = new Clock() {
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
    };
    private final InMemoryLetterStore store = new InMemoryLetterStore();
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final CloseLetter closeLetter =
            new CloseLetter(store, new ReplayTopics(producer, this::consumer, clock), clock);
    private final CloseGroup closeGroup = new CloseGroup(store, closeLetter, clock);

    @Test
    void a_replay_stands_on_a_topic_of_its_own_and_says_where_it_comes_from() {
        store.keep(letter(5), Letters.original());

        Letter replayed = closed(replay(letter(5), 1));

        assertThat(replayed.state()).isEqualTo(State.REPLAYED);
        assertThat(replayed.handling().steps()).containsExactly(new Letter.Step(State.REPLAYED, "admin", NOW, ""));
        assertThat(producer.history()).singleElement().satisfies(sent -> {
            assertThat(sent.topic()).isEqualTo("ncs.evidence.replays.v1");
            assertThat(sent.key()).isEqualTo("99000001".getBytes(UTF_8));
            assertThat(sent.value()).isEqualTo("{}".getBytes(UTF_8));
            assertThat(sent.headers().lastHeader("ce_type").value()).asString().isEqualTo("some.type.v1");
            assertThat(sent.headers().lastHeader("dead-letter-topic").value())
                    .asString()
                    .isEqualTo("ncs.providers.v1");
            assertThat(sent.headers().lastHeader("replay-of").value())
                    .asString()
                    .isEqualTo("ncs.providers.v1/0/5");
        });
    }

    @Test
    void the_same_form_sent_twice_replays_once() {
        store.keep(letter(5), Letters.original());

        Letter first = closed(replay(letter(5), 1));
        Letter second = closed(replay(letter(5), 1));

        assertThat(second).isEqualTo(first);
        assertThat(producer.history()).hasSize(1);
    }

    @Test
    void whoever_saw_an_earlier_version_is_told() {
        store.keep(letter(5), Letters.original());
        replay(letter(5), 1);

        assertThat(setAside(letter(5), 1, "Of no use")).isInstanceOf(Result.ChangedMeanwhile.class);
        assertThat(closed(setAside(letter(5), 2, "Of no use")).state()).isEqualTo(State.SET_ASIDE);
        assertThat(replay(letter(5), 3)).isInstanceOf(Result.AsideForGood.class);
    }

    @Test
    void setting_aside_needs_a_reason_of_reasonable_length() {
        store.keep(letter(5), Letters.original());

        assertThat(setAside(letter(5), 1, "  ")).isInstanceOf(Result.Invalid.class);
        assertThat(setAside(letter(5), 1, "x".repeat(501))).isInstanceOf(Result.Invalid.class);
        Letter aside = closed(setAside(letter(5), 1, " " + "x".repeat(500)));
        assertThat(aside.handling().steps().getFirst().reason()).hasSize(500);
        assertThat(setAside(letter(6), 1, "x")).isInstanceOf(Result.NotFound.class);
    }

    @Test
    void what_was_cut_is_looked_up_where_it_stood() {
        store.keep(cut(5), Letters.original());
        stands(5, "{}");

        assertThat(closed(replay(cut(5), 1)).state()).isEqualTo(State.REPLAYED);
        assertThat(producer.history())
                .singleElement()
                .satisfies(sent -> assertThat(sent.value()).isEqualTo("{}".getBytes(UTF_8)));
    }

    @Test
    void what_was_cut_and_is_gone_or_another_cannot_be_replayed() {
        store.keep(cut(5), Letters.original());
        stands(6, "{}");
        assertThat(replay(cut(5), 1)).isInstanceOf(Result.CannotReplay.class);

        store.keep(cut(6), Letters.original());
        stands(6, "other");
        assertThat(replay(cut(6), 1)).isInstanceOf(Result.CannotReplay.class);
        assertThat(producer.history()).isEmpty();
        assertThat(store.find(cut(6).id())).contains(cut(6));
    }

    @Test
    void without_the_broker_nothing_changes() {
        store.keep(letter(5), Letters.original());
        producer.sendException = new TimeoutException("away");
        assertThat(replay(letter(5), 1)).isInstanceOf(Result.Away.class);
        producer.sendException = new RecordTooLargeException("large");
        assertThat(replay(letter(5), 1)).isInstanceOf(Result.CannotReplay.class);

        assertThat(store.find(letter(5).id())).contains(letter(5));
    }

    @Test
    void all_that_are_open_at_that_moment_are_replayed_oldest_first_and_only_once() {
        for (int offset = 1; offset <= 250; offset++) {
            store.keep(letter(offset), Letters.original());
        }
        store.keep(cut(251), Letters.original());
        store.keep(letter(2_000), Letters.original());
        var command = new CloseGroup.Command(KIND.group(), State.REPLAYED, "", "request", "admin");

        assertThat(closeGroup.begin(command)).isInstanceOf(CloseGroup.Result.Begun.class);
        assertThat(closeGroup.begin(new CloseGroup.Command(KIND.group(), State.REPLAYED, "", "other", "admin")))
                .isInstanceOf(CloseGroup.Result.Busy.class);
        closeGroup.goOn();
        assertThat(closeGroup.begin(command)).isInstanceOf(CloseGroup.Result.Begun.class);
        closeGroup.goOn();

        assertThat(producer.history()).hasSize(250);
        assertThat(producer.history()
                        .getFirst()
                        .headers()
                        .lastHeader("replay-of")
                        .value())
                .asString()
                .isEqualTo("ncs.providers.v1/0/1");
        var work = store.group(KIND.group()).orElseThrow().work().orElseThrow();
        assertThat(work.done()).isEqualTo(250);
        assertThat(work.failed()).isEqualTo(1);
        assertThat(work.ended()).contains(NOW);
        assertThat(store.find(letter(2_000).id())).contains(letter(2_000));
    }

    @Test
    void work_that_the_broker_interrupted_goes_on_where_it_was() {
        store.keep(letter(1), Letters.original());
        producer.sendException = new TimeoutException("away");
        closeGroup.begin(new CloseGroup.Command(KIND.group(), State.REPLAYED, "", "request", "admin"));
        closeGroup.goOn();
        assertThat(store.group(KIND.group()).orElseThrow().work().orElseThrow().ended())
                .isEmpty();

        producer.sendException = null;
        closeGroup.goOn();
        assertThat(producer.history()).isEmpty();
        now = NOW.plusSeconds(10);
        closeGroup.goOn();

        assertThat(producer.history()).hasSize(1);
        assertThat(store.group(KIND.group()).orElseThrow().work().orElseThrow().ended())
                .isPresent();
    }

    @Test
    void the_same_request_is_another_piece_of_work_after_a_day() {
        var command = new CloseGroup.Command(KIND.group(), State.REPLAYED, "", "request", "admin");
        store.keep(letter(1), Letters.original());
        closeGroup.begin(command);
        closeGroup.goOn();
        store.keep(letter(2), Letters.original());

        now = NOW.plus(Duration.ofHours(24)).minusMillis(1);
        closeGroup.begin(command);
        closeGroup.goOn();
        assertThat(producer.history()).hasSize(1);

        now = NOW.plus(Duration.ofHours(24));
        closeGroup.begin(command);
        closeGroup.goOn();
        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void a_group_is_set_aside_with_a_reason_and_only_one_that_exists() {
        store.keep(letter(1), Letters.original());

        assertThat(closeGroup.begin(new CloseGroup.Command(KIND.group(), State.SET_ASIDE, "", "r", "admin")))
                .isInstanceOf(CloseGroup.Result.Invalid.class);
        assertThat(closeGroup.begin(new CloseGroup.Command("nothing", State.REPLAYED, "", "r", "admin")))
                .isInstanceOf(CloseGroup.Result.NotFound.class);
        closeGroup.begin(new CloseGroup.Command(KIND.group(), State.SET_ASIDE, "Of no use", "r", "admin"));
        closeGroup.goOn();

        assertThat(store.find(letter(1).id())
                        .orElseThrow()
                        .handling()
                        .steps()
                        .getFirst()
                        .reason())
                .isEqualTo("Of no use");
    }

    private static Letter closed(Result result) {
        assertThat(result).isInstanceOf(Result.Closed.class);
        return ((Result.Closed) result).letter();
    }

    private Result replay(Letter letter, long seen) {
        return closeLetter.close(new Command(letter.id(), State.REPLAYED, "", OptionalLong.of(seen), "admin"));
    }

    private Result setAside(Letter letter, long seen, String reason) {
        return closeLetter.close(new Command(letter.id(), State.SET_ASIDE, reason, OptionalLong.of(seen), "admin"));
    }

    private Consumer<byte[], byte[]> consumer() {
        return consumer;
    }

    /** For one look: the consumer is closed after it. */
    private void stands(long offset, String value) {
        consumer = new MockConsumer<>("none");
        consumer.updatePartitions(
                ORIGIN.topic(), List.of(new PartitionInfo(ORIGIN.topic(), 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(ORIGIN.topic(), 0, offset, null, value.getBytes(UTF_8))));
    }
}
