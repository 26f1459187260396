package org.ncsoversight.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.outbox.Eventually.until;
import static org.ncsoversight.outbox.Ledger.value;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RelayContractIT {

    private static final OutboxRelay.Settings OFTEN = new OutboxRelay.Settings(10, Duration.ofMillis(20));
    private static final OutboxRelay.Settings SELDOM = new OutboxRelay.Settings(10, Duration.ofHours(1));

    private final Ledger ledger = new Ledger();
    private final MockProducer<String, String> topic =
            new MockProducer<>(true, null, new StringSerializer(), new StringSerializer());
    private final List<OutboxRelay> relays = new ArrayList<>();

    @AfterEach
    void stop() {
        relays.forEach(OutboxRelay::close);
    }

    @Test
    void the_events_of_a_document_are_sent_in_order_and_marked() {
        ledger.create("a", "key");
        ledger.change("a", "key", 2);
        ledger.change("a", "key", 3);

        relay(ledger.collection, topic, OFTEN);

        until(this::allSent);
        assertThat(sentValues()).containsExactly(value("a", 1), value("a", 2), value("a", 3));
        assertThat(ledger.collection.find().first().getList("outbox", Document.class))
                .isEmpty();
    }

    @Test
    void more_documents_than_a_batch_holds_are_sent_oldest_first() {
        IntStream.range(0, 35).forEach(i -> ledger.create("d" + i, "key"));

        relay(ledger.collection, topic, SELDOM);

        until(this::allSent);
        assertThat(sentValues()).hasSize(35).doesNotHaveDuplicates();
    }

    @Test
    void waking_makes_it_look_at_once() {
        OutboxRelay relay = relay(ledger.collection, topic, SELDOM);
        ledger.create("a", "key");

        relay.wake();

        until(() -> sentValues().contains(value("a", 1)));
    }

    @Test
    void unsent_counts_documents_not_events() {
        ledger.create("a", "key");
        ledger.change("a", "key", 2);
        ledger.create("b", "key");

        var relay = new OutboxRelay(List.of(ledger.collection), topic, OFTEN);

        assertThat(relay.unsent()).isEqualTo(2);
    }

    static Stream<Arguments> everyStep() {
        return Stream.of(
                Arguments.of("find", Interposed.crashBefore()),
                Arguments.of("find", Interposed.crashAfter()),
                Arguments.of("send", Interposed.crashBefore()),
                Arguments.of("send", Interposed.crashAfter()),
                Arguments.of("bulkWrite", Interposed.crashBefore()),
                Arguments.of("bulkWrite", Interposed.crashAfter()));
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void a_crash_between_any_two_steps_repeats_the_same_ids_and_loses_nothing(String step, Interposed.Around crash) {
        ledger.create("a", "key");
        ledger.change("a", "key", 2);
        ledger.create("b", "key");
        var crashed = new AtomicBoolean();
        Interposed.Around crashOnce = real -> crashed.getAndSet(true) ? real.call() : crash.call(real);
        relay(
                Interposed.on(MongoCollection.class, ledger.collection, step, crashOnce),
                Interposed.on(Producer.class, topic, step, crashOnce),
                OFTEN);
        until(crashed::get);

        relay(ledger.collection, topic, OFTEN);

        until(this::allSent);
        assertThat(sentIds())
                .contains(
                        Ledger.eventId("a", 1).toString(),
                        Ledger.eventId("a", 2).toString(),
                        Ledger.eventId("b", 1).toString());
        assertThat(sentValues().stream().distinct()).hasSize(3);
        assertThat(lastOf("a")).isEqualTo(value("a", 2));
    }

    @Test
    void a_broker_away_for_a_while_loses_nothing_and_blocks_no_writer() {
        var away = new AtomicBoolean(true);
        var tries = new AtomicInteger();
        Producer<String, String> flaky = refusing(new TimeoutException("no broker"), _ -> {
            tries.incrementAndGet();
            return away.get();
        });
        try (var log = LoggedWarnings.of(OutboxRelay.class)) {
            relay(ledger.collection, flaky, OFTEN);
            IntStream.range(0, 15).forEach(i -> ledger.create("d" + i, "key"));
            until(() -> tries.get() >= 4);
            away.set(false);

            until(this::allSent);
            assertThat(sentValues().stream().distinct()).hasSize(15);
            assertThat(log.messages()).containsExactly("Outbox relay cannot send and keeps trying");
        }
    }

    @Test
    void a_database_away_for_a_while_is_waited_for() {
        ledger.create("a", "key");
        var tries = new AtomicInteger();
        MongoCollection<Document> flaky = Interposed.on(MongoCollection.class, ledger.collection, "find", real -> {
            if (tries.incrementAndGet() < 4) {
                throw new MongoTimeoutException("no database");
            }
            return real.call();
        });
        try (var log = LoggedWarnings.of(OutboxRelay.class)) {
            relay(flaky, topic, OFTEN);

            until(this::allSent);
            assertThat(log.messages()).hasSize(1);
        }
    }

    @Test
    void a_failure_in_the_middle_keeps_the_order_of_its_key_and_holds_up_no_other_key() {
        ledger.create("a", "first");
        ledger.create("b", "first");
        ledger.create("c", "second");
        var refuse = new AtomicBoolean(true);
        Producer<String, String> picky = refusing(
                new RecordTooLargeException("too large"),
                sending -> refuse.get() && sending.value().equals(value("a", 1)));

        OutboxRelay relay = relay(ledger.collection, picky, OFTEN);

        until(() -> relay.unsent() == 2);
        assertThat(sentValues()).containsOnly(value("c", 1));
        refuse.set(false);
        until(this::allSent);
        assertThat(sentValues().stream().filter(value -> !value.equals(value("c", 1))))
                .containsExactly(value("a", 1), value("b", 1));
    }

    @Test
    void a_relay_overtaken_between_reading_and_sending_leaves_the_newest_last() throws Exception {
        ledger.create("a", "key");
        var slow = new Turnstile();
        relay(ledger.collection, Interposed.on(Producer.class, topic, "send", slow.before()), OFTEN);
        slow.awaitArrival();
        ledger.change("a", "key", 2);
        relay(ledger.collection, topic, OFTEN);
        until(this::allSent);

        slow.open();

        until(() -> sentValues().equals(List.of(value("a", 1), value("a", 2), value("a", 1), value("a", 2))));
    }

    @Test
    void a_relay_overtaken_between_sending_and_marking_leaves_the_newest_last() throws Exception {
        ledger.create("a", "key");
        var slowSender = new Turnstile();
        var slowMarker = new Turnstile();
        relay(ledger.collection, Interposed.on(Producer.class, topic, "send", slowSender.before()), OFTEN);
        slowSender.awaitArrival();
        ledger.change("a", "key", 2);
        relay(Interposed.on(MongoCollection.class, ledger.collection, "bulkWrite", slowMarker.before()), topic, OFTEN);
        slowMarker.awaitArrival();
        slowSender.open();
        until(() -> sentValues().size() >= 3);

        slowMarker.open();

        until(this::allSent);
        until(() -> lastOf("a").equals(value("a", 2)));
    }

    @Test
    void two_relays_at_once_lose_nothing_and_end_with_the_newest() {
        relay(ledger.collection, topic, OFTEN);
        relay(ledger.collection, topic, OFTEN);
        IntStream.range(0, 20).forEach(i -> ledger.create("d" + i, "key" + i));
        IntStream.rangeClosed(2, 5)
                .forEach(version -> IntStream.range(0, 20).forEach(i -> ledger.change("d" + i, "key" + i, version)));

        until(this::allSent);
        until(() -> IntStream.range(0, 20).allMatch(i -> lastOf("d" + i).equals(value("d" + i, 5))));
        assertThat(sentValues().stream().distinct()).hasSize(100);
    }

    @Test
    void closing_interrupts_a_relay_that_waits_for_the_broker() throws Exception {
        ledger.create("a", "key");
        var stuck = new Turnstile();
        OutboxRelay relay =
                relay(ledger.collection, Interposed.on(Producer.class, topic, "send", stuck.before()), OFTEN);
        stuck.awaitArrival();

        assertThat(CompletableFuture.runAsync(relay::close)).succeedsWithin(Duration.ofMinutes(5));
        assertThat(relay.unsent()).isEqualTo(1);
    }

    private OutboxRelay relay(
            MongoCollection<Document> collection, Producer<String, String> producer, OutboxRelay.Settings settings) {
        var relay = new OutboxRelay(List.of(collection), producer, settings);
        relays.add(relay);
        relay.start();
        return relay;
    }

    private Producer<String, String> refusing(
            RuntimeException reason, Predicate<ProducerRecord<String, String>> refused) {
        return new MockProducer<>(true, null, new StringSerializer(), new StringSerializer()) {
            @Override
            public synchronized Future<RecordMetadata> send(ProducerRecord<String, String> sending) {
                return refused.test(sending) ? CompletableFuture.failedFuture(reason) : topic.send(sending);
            }
        };
    }

    private boolean allSent() {
        return new OutboxRelay(List.of(ledger.collection), topic, OFTEN).unsent() == 0;
    }

    private List<String> sentValues() {
        return topic.history().stream().map(ProducerRecord::value).toList();
    }

    private List<String> sentIds() {
        return topic.history().stream()
                .map(sent -> new String(sent.headers().lastHeader("ce_id").value(), UTF_8))
                .toList();
    }

    private String lastOf(String id) {
        return sentValues().stream()
                .filter(value -> value.contains("\"" + id + "\""))
                .reduce("", (_, later) -> later);
    }

    /** Holds up whoever comes, until opened. */
    private static final class Turnstile {
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch opened = new CountDownLatch(1);

        Interposed.Around before() {
            return real -> {
                arrived.countDown();
                opened.await();
                return real.call();
            };
        }

        void awaitArrival() throws InterruptedException {
            arrived.await();
        }

        void open() {
            opened.countDown();
        }
    }
}
