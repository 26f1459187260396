package org.ncsoversight.reporting.heard;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
        Map<String, Integer> criteriaTextVersions,
        @Nullable List<Reference> references) {

    /** A criterion of any edition, and the version of its text that is answered. */
    public record Reference(String edition, String criterion, int textVersion) {

        public Reference {
            Limits.code("references.edition", edition);
            Limits.code("references.criterion", criterion);
        }
    }

    public EvidenceMessage {
        Limits.code("evidence", evidence);
        Limits.version(version);
        Limits.ukprn(ukprn);
        Limits.code("edition", edition);
        Limits.code("state", state);
        Limits.day("reviewDate", reviewDate);
        criteria = Limits.codes(Limits.MOST_PARTS, "criteria", criteria);
        criteriaTextVersions = Map.copyOf(requireNonNull(criteriaTextVersions, "criteriaTextVersions"));
        var _ = Limits.codes(Limits.MOST_PARTS, "criteriaTextVersions", List.copyOf(criteriaTextVersions.keySet()));
        references = references == null ? null : Limits.atMost(Limits.MOST_PARTS, "references", references);
        var _ = Voice.of(requireNonNull(voice, "voice"));
    }

    Heard.Fact asFact() {
        return new Heard.Fact(ukprn, Heard.Kind.EVIDENCE, evidence, Latest.of(this));
    }

    /** The same in the words of the readiness function, once for each edition it answers. */
    public List<Evidence> asEvidence() {
        return textVersionsByEdition().entrySet().stream()
                .map(answered -> new Evidence(
                        evidence,
                        answered.getKey(),
                        answered.getValue().keySet(),
                        Voice.of(voice),
                        stateOf(state),
                        reviewDate,
                        answered.getValue()))
                .toList();
    }

    /** Records written before an item could answer several editions have no references. */
    private Map<String, Map<String, Integer>> textVersionsByEdition() {
        if (references == null) {
            var textVersions = new TreeMap<String, Integer>(criteriaTextVersions);
            criteria.forEach(code -> textVersions.putIfAbsent(code, 0));
            textVersions.keySet().retainAll(criteria);
            return Map.of(edition, textVersions);
        }
        var byEdition = new TreeMap<String, Map<String, Integer>>();
        for (Reference reference : references) {
            byEdition
                    .computeIfAbsent(reference.edition(), _ -> new TreeMap<>())
                    .put(reference.criterion(), reference.textVersion());
        }
        return byEdition;
    }

    private static State stateOf(String state) {
        return switch (state) {
            case "submitted", "in-review" -> State.SUBMITTED;
            case "accepted" -> State.ACCEPTED;
            case "returned" -> State.RETURNED;
            case "expired" -> State.EXPIRED;
            // Withdrawn, superseded, and what may be added: none of it speaks for a criterion.
            default -> State.WITHDRAWN;
        };
    }
}
