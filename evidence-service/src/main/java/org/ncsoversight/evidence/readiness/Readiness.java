package org.ncsoversight.evidence.readiness;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Voice;

/**
 * One provider's readiness as it was published.
 *
 * @param heard what stood behind it
 */
public record Readiness(ProviderId provider, long version, String edition, Heard heard, List<Judged> criteria) {

    public Readiness {
        criteria = List.copyOf(criteria);
    }

    /**
     * How far reporting-service had heard.
     *
     * @param at when it said so
     * @param evidenceUpTo when the newest of what this service told it was recorded; null when it does not say
     */
    public record Heard(Instant at, @Nullable Instant evidenceUpTo) {

        /** Everything of this service that was recorded up to then is in it. */
        public Instant ofEvidence() {
            return evidenceUpTo == null ? at : evidenceUpTo;
        }

        /** The later of both; each was true of its own time. */
        public Heard orLater(Heard other) {
            return new Heard(
                    at.isAfter(other.at) ? at : other.at,
                    Stream.of(Optional.ofNullable(evidenceUpTo), Optional.ofNullable(other.evidenceUpTo))
                            .flatMap(Optional::stream)
                            .max(Instant::compareTo)
                            .orElse(null));
        }
    }

    /** A criterion with its band, and what stands between it and the best one, most urgent first. */
    public record Judged(CriterionCode criterion, Band band, List<Reason> reasons) {

        public Judged {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Why a criterion stands where it stands.
     *
     * @param code a word of the topic, perhaps one added after this was built
     * @param facts as texts; of several things a list with spaces between
     */
    public record Reason(String code, Map<String, String> facts) {

        private static final Pattern SPACE = Pattern.compile(" ");

        public Reason {
            facts = Map.copyOf(facts);
            var known = facts;
            ReasonCode.of(code).ifPresent(understood -> {
                if (!known.keySet().containsAll(understood.facts())) {
                    throw new IllegalArgumentException(code + " lacks one of " + understood.facts());
                }
            });
        }

        public Optional<ReasonCode> known() {
            return ReasonCode.of(code);
        }

        /** Empty when there is no such fact, and for a reason that is not understood. */
        public String fact(String name) {
            return facts.getOrDefault(name, "");
        }

        /** Whom it speaks of; a voice added after this was built is nobody who can be asked here. */
        public List<Voice> voices() {
            return SPACE.splitAsStream(fact("voice") + " " + fact("voices"))
                    .flatMap(word -> Voice.of(word).stream())
                    .toList();
        }
    }

    public Optional<Judged> of(CriterionCode criterion) {
        return criteria.stream()
                .filter(judged -> judged.criterion().equals(criterion))
                .findFirst();
    }

    /** The same with more behind it that changed no band. */
    public Readiness heardOf(Heard later) {
        return new Readiness(provider, version, edition, heard.orLater(later), criteria);
    }
}
