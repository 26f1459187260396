package org.ncsoversight.reporting.folding;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.heard.Heard;
import org.ncsoversight.reporting.heard.Origin;
import org.ncsoversight.reporting.heard.Topics;
import org.ncsoversight.reporting.readiness.Edition;
import org.ncsoversight.reporting.readiness.Readiness;

/** Folds records as they come and, a moment later, computes each provider they touched once. */
final class FoldAndPublish implements Processor<String, byte[], String, byte[]> {

    /** What was recorded longer ago is history that is folded again, not something anybody waits for. */
    private static final Duration LIVE = Duration.ofHours(1);

    private final ReadinessTopology.Surroundings surroundings;
    private final CommitPace commits;
    private final DrainPace drains = new DrainPace();
    private final Touched touched = new Touched();

    private @Nullable Task task;
    private @Nullable Basis basis;
    /** Something was forwarded that is not committed yet. */
    private boolean commitWanted;
    /** When a commit was asked for whose cost is not known yet; negative when none was. */
    private long askedMillis = -1;

    FoldAndPublish(ReadinessTopology.Surroundings surroundings, CommitPace commits) {
        this.surroundings = surroundings;
        this.commits = commits;
    }

    /** What stays the same while the task is held. */
    private record Task(
            ProcessorContext<String, byte[]> context,
            FactStores facts,
            EditionInForce editions,
            Publication publication) {}

    /** What every provider of the task was last computed with. */
    private record Basis(LocalDate day, String edition, long editionVersion) {}

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        task = new Task(
                context,
                new FactStores(context),
                new EditionInForce(context.getStateStore(ReadinessTopology.EDITIONS_STORE)),
                new Publication(context, surroundings.clock()));
        context.schedule(surroundings.drainInterval(), PunctuationType.WALL_CLOCK_TIME, this::turn);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Task held = task();
        long nowMillis = held.context().currentSystemTimeMs();
        noteCommit(nowMillis);
        drains.heard(record.timestamp(), nowMillis);
        commits.heard();
        switch (surroundings.hearing().hear(record.key(), record.headers(), record.value())) {
            case Heard.Fact fact -> {
                if (held.facts().fold(fact, recorded(record))) {
                    touch(fact.ukprn(), record);
                }
            }
            case Heard.Provider(var provider) -> {
                if (held.facts().know(provider.ukprn())) {
                    touch(provider.ukprn(), record);
                }
            }
            case Heard.Unreadable unreadable -> setAside(record, unreadable);
            // Contracts are for the read model; editions have their own store, filled anew at every start.
            case Heard.Contract _, Heard.Edition _, Heard.Unknown _ -> {}
        }
    }

    private void touch(String ukprn, Record<String, byte[]> record) {
        liveSince(record).ifPresentOrElse(since -> touched.add(ukprn, since), () -> touched.add(ukprn));
    }

    private Optional<Instant> liveSince(Record<String, byte[]> record) {
        return recorded(record)
                .filter(at -> at.isAfter(surroundings.clock().instant().minus(LIVE)));
    }

    private static Optional<Instant> recorded(Record<String, byte[]> record) {
        Header header = record.headers().lastHeader("ce_recordedtime");
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(new String(header.value(), StandardCharsets.UTF_8)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void setAside(Record<String, byte[]> record, Heard.Unreadable unreadable) {
        var at = task().context().recordMetadata().orElseThrow();
        var here = new Origin(at.topic(), at.partition(), at.offset());
        Optional<Origin> origin = Origin.of(at.topic(), at.partition(), at.offset(), record.headers());
        // What was said of the Standard is set aside by those who read that topic.
        if (origin.isEmpty() || !origin.get().topic().equals(Topics.STANDARD)) {
            surroundings
                    .deadLetters()
                    .setAside(
                            here,
                            record.key(),
                            record.value(),
                            record.headers(),
                            origin.isPresent()
                                    ? unreadable
                                    : new Heard.Unreadable("replay-origin-unknown", unreadable.detail()));
        }
    }

    private void turn(long nowMillis) {
        noteCommit(nowMillis);
        long behindMillis = drains.behindMillis();
        long doneMillis = nowMillis;
        if (drains.due(nowMillis)) {
            long started = surroundings.ticks().getAsLong();
            drain(nowMillis, started);
            long spentMillis = elapsed(started).toMillis();
            drains.drained(nowMillis, spentMillis);
            doneMillis += spentMillis;
        }
        if (commitWanted && commits.grants(doneMillis, behindMillis)) {
            task().context().commit();
            commitWanted = false;
            askedMillis = doneMillis;
        }
    }

    /** A commit asked for was done before the task is called again. */
    private void noteCommit(long nowMillis) {
        if (askedMillis >= 0) {
            commits.took(askedMillis, nowMillis);
            askedMillis = -1;
        }
    }

    private void drain(long nowMillis, long started) {
        Task held = task();
        LocalDate day = LocalDate.now(surroundings.clock());
        Optional<Edition> edition = held.editions().on(day, nowMillis);
        if (edition.isEmpty()) {
            return;
        }
        var current = new Basis(day, edition.get().code(), edition.get().version());
        if (!current.equals(basis)) {
            held.facts().forEachProvider(touched::add);
            basis = current;
        }
        Optional<Touched.Touch> next = touched.next(nowMillis);
        while (next.isPresent()) {
            compute(next.get(), edition.get(), day, nowMillis);
            next = elapsed(started).toMillis() < DrainPace.SLICE_MILLIS ? touched.next(nowMillis) : Optional.empty();
        }
    }

    private void compute(Touched.Touch touch, Edition edition, LocalDate day, long nowMillis) {
        Task held = task();
        long started = surroundings.ticks().getAsLong();
        Readiness readiness = Readiness.of(held.facts().factsOf(touch.ukprn()), edition, day);
        if (held.publication().publish(touch.ukprn(), readiness, held.facts().countedOf(touch.ukprn()))
                && touch.since() != null) {
            surroundings
                    .delays()
                    .accept(Duration.between(touch.since(), surroundings.clock().instant()));
        }
        commitWanted = true;
        touched.computed(touch.ukprn(), nowMillis, elapsed(started));
    }

    private Duration elapsed(long started) {
        return Duration.ofNanos(surroundings.ticks().getAsLong() - started);
    }

    private Task task() {
        if (task == null) {
            throw new IllegalStateException("Not initialised");
        }
        return task;
    }
}
