package org.ncsoversight.evidence.planning.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;

/**
 * A path through some criteria that a provider names, for example after an aim, to be shown whole by evidence.
 *
 * @param version counts up from 1 with each change
 * @param evidence the items that say they hang on it
 * @param history every change, oldest first; never empty
 */
public record GoldenThread(
        UUID id,
        long version,
        ProviderId provider,
        Path path,
        Naming naming,
        boolean open,
        SortedSet<UUID> evidence,
        List<Step> history) {

    /**
     * Which criteria, in which order.
     *
     * @param template the edition's thread it was made from; null for one of the provider's own
     */
    public record Path(String edition, @Nullable String template, List<CriterionCode> criteria) {

        public Path {
            criteria = List.copyOf(criteria);
            if (criteria.size() < 2 || criteria.stream().distinct().count() < criteria.size()) {
                throw new IllegalArgumentException("a thread joins different criteria");
            }
        }
    }

    /**
     * What it is called, and the row of the aims register it stands for.
     *
     * @param aim null for a thread without an aim
     */
    public record Naming(String name, @Nullable UUID aim) {}

    /** Who did what, when. */
    public record Step(long version, What what, Instant at, Person by) {}

    /** What can happen to a thread. */
    public enum What {
        CREATED,
        RENAMED,
        EVIDENCE_CHANGED,
        CLOSED,
        REOPENED
    }

    /** A change to be announced: every one of them announces the whole. */
    public record Changed(UUID eventId, GoldenThread thread) {

        public Instant at() {
            return thread.history().getLast().at();
        }
    }

    public GoldenThread {
        evidence = Collections.unmodifiableSortedSet(new TreeSet<>(evidence));
        history = List.copyOf(history);
    }

    public static Changed create(
            UUID id, ProviderId provider, Path path, Naming naming, Person by, Instant at, UUID eventId) {
        var first = new Step(1, What.CREATED, at, by);
        return new Changed(
                eventId, new GoldenThread(id, 1, provider, path, naming, true, new TreeSet<>(), List.of(first)));
    }

    public Changed renamed(Naming other, Person by, Instant at, UUID eventId) {
        return after(What.RENAMED, other, open, evidence, by, at, eventId);
    }

    public Changed closed(Person by, Instant at, UUID eventId) {
        return after(What.CLOSED, naming, false, evidence, by, at, eventId);
    }

    public Changed reopened(Person by, Instant at, UUID eventId) {
        return after(What.REOPENED, naming, true, evidence, by, at, eventId);
    }

    public Changed holding(SortedSet<UUID> items, Person by, Instant at, UUID eventId) {
        return after(What.EVIDENCE_CHANGED, naming, open, items, by, at, eventId);
    }

    /** Sorts by provider; unique, so that a list can go on after any thread. */
    public String listKey() {
        return "%015d-%s".formatted(Long.parseLong(provider.ukprn()), id);
    }

    private Changed after(
            What what,
            Naming nextNaming,
            boolean nextOpen,
            SortedSet<UUID> items,
            Person by,
            Instant at,
            UUID eventId) {
        var steps = new ArrayList<>(history);
        steps.add(new Step(version + 1, what, at, by));
        return new Changed(
                eventId, new GoldenThread(id, version + 1, provider, path, nextNaming, nextOpen, items, steps));
    }
}
