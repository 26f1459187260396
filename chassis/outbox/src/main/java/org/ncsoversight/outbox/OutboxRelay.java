package org.ncsoversight.outbox;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends unsent events to Kafka in batches, in order per key, and marks them sent; a crash anywhere repeats, never loses. */
public final class OutboxRelay implements AutoCloseable {

    /**
     * How it reads.
     *
     * @param batchSize documents read at a time
     * @param pollInterval how long it sleeps when nothing woke it
     */
    public record Settings(int batchSize, Duration pollInterval) {

        public Settings {
            if (batchSize < 1 || !pollInterval.isPositive()) {
                throw new IllegalArgumentException("batchSize and pollInterval must be positive");
            }
        }
    }

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

    private final List<UnsentCollection> collections;
    private final KafkaSender sender;
    private final Settings settings;
    private final BlockingQueue<Boolean> wakeUp = new ArrayBlockingQueue<>(1);
    /** Documents that another relay marked while this one was sending them. */
    private final Map<UnsentCollection, Set<Object>> overtaken = new HashMap<>();

    private volatile boolean closed;
    private @Nullable Thread thread;

    /** Neither the collections nor the producer are closed by the relay; the producer must be idempotent, acks=all. */
    public OutboxRelay(
            List<MongoCollection<Document>> collections, Producer<String, String> producer, Settings settings) {
        this.collections = collections.stream().map(UnsentCollection::new).toList();
        this.sender = new KafkaSender(producer);
        this.settings = settings;
    }

    public synchronized void start() {
        if (thread != null || closed) {
            throw new IllegalStateException("A relay starts once");
        }
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    /** Tells the relay that something was just written, so that it need not wait for its next look. */
    public void wake() {
        boolean _ = wakeUp.offer(true);
    }

    /** How many documents hold unsent events now; like all questions about the outbox not patient with the database. */
    public long unsent() {
        return collections.stream().mapToLong(UnsentCollection::count).sum();
    }

    /** When the event was recorded that has been waiting longest. */
    public Optional<Instant> oldestUnsent() {
        return collections.stream()
                .map(UnsentCollection::oldestTime)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Stops at once; what was sent but not marked is sent again by the next relay. */
    @Override
    public void close() {
        closed = true;
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            boolean _ = running.join(LONGEST_GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration retry = FIRST_RETRY;
        long failingSince = 0;
        while (!closed) {
            try {
                boolean more = relayOneBatchOfEach();
                if (failingSince != 0) {
                    log.atInfo()
                            .addKeyValue("outageInMillis", (System.nanoTime() - failingSince) / 1_000_000)
                            .log("Outbox relay works again");
                }
                failingSince = 0;
                retry = FIRST_RETRY;
                if (!more) {
                    Boolean _ = wakeUp.poll(settings.pollInterval().toNanos(), TimeUnit.NANOSECONDS);
                }
            } catch (InterruptedException e) {
                return; // Only close interrupts.
            } catch (RuntimeException e) {
                if (closed) {
                    return;
                }
                if (failingSince == 0) {
                    failingSince = System.nanoTime();
                    log.atWarn().setCause(e).log("Outbox relay cannot send and keeps trying");
                }
                try {
                    Thread.sleep(retry);
                } catch (InterruptedException interrupted) {
                    return;
                }
                retry = retry.multipliedBy(2).compareTo(LONGEST_RETRY) < 0 ? retry.multipliedBy(2) : LONGEST_RETRY;
            }
        }
    }

    /** Answers whether there is more to do; throws after doing what can be done. */
    private boolean relayOneBatchOfEach() throws InterruptedException {
        boolean more = false;
        RuntimeException failure = null;
        for (UnsentCollection collection : collections) {
            try {
                more |= relayOneBatch(collection);
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return more;
    }

    private boolean relayOneBatch(UnsentCollection collection) throws InterruptedException {
        sendNewestOfOvertaken(collection);
        List<UnsentDocument> batch = collection.oldest(settings.batchSize());
        if (batch.isEmpty()) {
            return false;
        }
        KafkaSender.Delivery delivery = sender.send(batch);
        if (!delivery.arrived().isEmpty() && !collection.markSent(delivery.arrived())) {
            Set<Object> ids = overtaken.computeIfAbsent(collection, _ -> new HashSet<>());
            delivery.arrived().forEach(document -> ids.add(document.id()));
            sendNewestOfOvertaken(collection);
        }
        check(delivery);
        return batch.size() == settings.batchSize();
    }

    /**
     * Two relays at once may leave an old event last on the topic. Whoever finds its events already marked sends the
     * newest one again, until the newest is what it sent last.
     */
    private void sendNewestOfOvertaken(UnsentCollection collection) throws InterruptedException {
        Set<Object> ids = overtaken.getOrDefault(collection, Set.of());
        Map<Object, UUID> sentLast = new HashMap<>();
        while (!ids.isEmpty()) {
            List<UnsentDocument> again = new ArrayList<>();
            for (UnsentDocument document : collection.newest(ids)) {
                UUID newest = document.events().getFirst().id();
                if (!newest.equals(sentLast.put(document.id(), newest))) {
                    again.add(document);
                }
            }
            if (again.isEmpty()) {
                overtaken.remove(collection);
                return;
            }
            check(sender.send(again));
        }
    }

    private static void check(KafkaSender.Delivery delivery) {
        if (delivery.failure() != null) {
            throw new KafkaException("Not every event was taken by the broker", delivery.failure());
        }
    }
}
