package org.ncsoversight.reporting.folding;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.heard.Heard;
import org.ncsoversight.reporting.readiness.Edition;
import org.ncsoversight.reporting.readiness.Readiness;

/** Folds records as they come and, a moment later, computes each provider they touched once. */
final class FoldAndPublish implements Processor<String, byte[], String, byte[]> {

    private final ReadinessTopology.Surroundings surroundings;
    /**
     * Providers to compute. Not stored: after a restart every provider of the task is computed anyway, because the day,
     * the edition or the function itself may have changed meanwhile, and what comes out the same is not published.
     */
    private final Set<String> touched = new LinkedHashSet<>();

    private @Nullable Task task;
    private @Nullable Basis basis;

    FoldAndPublish(ReadinessTopology.Surroundings surroundings) {
        this.surroundings = surroundings;
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
        context.schedule(surroundings.drainInterval(), PunctuationType.WALL_CLOCK_TIME, this::drain);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Task held = task();
        switch (surroundings.hearing().hear(record.key(), record.headers(), record.value())) {
            case Heard.Fact fact -> {
                if (held.facts().fold(fact)) {
                    touched.add(fact.ukprn());
                }
            }
            case Heard.Provider(var provider) -> {
                if (held.facts().know(provider.ukprn())) {
                    touched.add(provider.ukprn());
                }
            }
            case Heard.Unreadable unreadable -> setAside(record, unreadable);
            // Contracts are for the read model, editions have their own store.
            case Heard.Contract _, Heard.Edition _, Heard.Unknown _ -> {}
        }
    }

    private void setAside(Record<String, byte[]> record, Heard.Unreadable unreadable) {
        var origin = DeadLetter.Origin.of(task().context().recordMetadata());
        surroundings.deadLetters().add(origin.topic(), unreadable.reason());
        task().context()
                .forward(
                        record.withHeaders(DeadLetter.headers(record.headers(), origin, unreadable)),
                        ReadinessTopology.TO_DEAD_LETTERS);
    }

    private void drain(long nowMillis) {
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
        boolean published = false;
        for (String ukprn : touched) {
            Readiness readiness = Readiness.of(held.facts().factsOf(ukprn), edition.get(), day);
            published |=
                    held.publication().publish(ukprn, readiness, held.facts().foldedOf(ukprn));
        }
        touched.clear();
        if (published) {
            held.context().commit();
        }
    }

    private Task task() {
        if (task == null) {
            throw new IllegalStateException("Not initialised");
        }
        return task;
    }
}
