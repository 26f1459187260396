package org.ncsoversight.reporting.heard;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ncsoversight.reporting.readiness.ProviderFacts.Evidence;
import org.ncsoversight.reporting.readiness.ProviderFacts.State;
import org.ncsoversight.reporting.readiness.Voice;

/** What we need of a piece of evidence. */
public record EvidenceMessage(
        String evidence,
        long version,
        String ukprn,
        String edition,
        List<String> criteria,
        String voice,
        String state,
        LocalDate reviewDate,
        Map<String, Integer> criteriaTextVersions) {

    public EvidenceMessage {
        requireNonNull(evidence, "evidence");
        requireNonNull(ukprn, "ukprn");
        requireNonNull(edition, "edition");
        requireNonNull(state, "state");
        requireNonNull(reviewDate, "reviewDate");
        criteria = List.copyOf(requireNonNull(criteria, "criteria"));
        criteriaTextVersions = Map.copyOf(requireNonNull(criteriaTextVersions, "criteriaTextVersions"));
        var _ = Voice.of(requireNonNull(voice, "voice"));
    }

    Heard.Fact asFact() {
        return new Heard.Fact(ukprn, Heard.Kind.EVIDENCE, evidence, new Latest(version, this, List.of()));
    }

    /** The same in the words of the readiness function. */
    public Evidence asEvidence() {
        return new Evidence(
                evidence,
                edition,
                Set.copyOf(criteria),
                Voice.of(voice),
                stateOf(state),
                reviewDate,
                criteriaTextVersions);
    }

    private static State stateOf(String state) {
        return switch (state) {
            case "submitted" -> State.SUBMITTED;
            case "accepted" -> State.ACCEPTED;
            case "returned" -> State.RETURNED;
            // The contract allows states to be added, and only the first two speak for a criterion.
            default -> State.WITHDRAWN;
        };
    }
}
