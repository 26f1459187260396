package org.ncsoversight.evidence.planning.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Period;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;

/**
 * A self-assessment report: a draft that its provider writes, or signed and frozen.
 *
 * @param version counts up from 1 with each change
 * @param number 1 for a new report, more for later versions of it
 * @param replaces the signed report that this is a later version of
 * @param reason why there is a later version
 */
public record SelfAssessment(
        UUID id,
        long version,
        ProviderId provider,
        String edition,
        Period period,
        int number,
        @Nullable UUID replaces,
        @Nullable String reason,
        Map<SectionKey, Section> sections,
        Started started,
        @Nullable Signature signature) {

    /** Who began it and when. */
    public record Started(Instant at, Person by) {}

    /**
     * Who signed what, and when.
     *
     * @param contentHash SHA-256 of the content as signed, in lower-case hexadecimal
     */
    public record Signature(Instant at, Person by, String contentHash) {}

    public SelfAssessment {
        sections = Map.copyOf(sections);
    }

    public boolean isSigned() {
        return signature != null;
    }

    public Section section(SectionKey key) {
        return sections.getOrDefault(key, Section.EMPTY);
    }

    public SelfAssessment sign(Signature by) {
        if (isSigned()) {
            throw new IllegalStateException("a signed report stays as it is");
        }
        return new SelfAssessment(
                id, version + 1, provider, edition, period, number, replaces, reason, sections, started, by);
    }

    /** A draft of the next version, with all that was written. */
    public SelfAssessment next(UUID newId, String why, Person by, Instant at) {
        if (!isSigned()) {
            throw new IllegalStateException("a draft is changed, not replaced");
        }
        return new SelfAssessment(
                newId, 1, provider, edition, period, number + 1, id, why, sections, new Started(at, by), null);
    }

    public Optional<Signature> signed() {
        return Optional.ofNullable(signature);
    }

    /** Sorts by when it was begun; unique, so that a list can go on after any report. */
    public String listKey() {
        return "%015d-%s".formatted(started.at().toEpochMilli(), id);
    }
}
