package org.ncsoversight.evidence.reporting;

import static java.util.Objects.requireNonNull;
import static org.ncsoversight.outbox.FieldLimits.checkList;
import static org.ncsoversight.outbox.FieldLimits.checkVersion;
import static org.ncsoversight.outbox.FieldLimits.checkWord;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.readiness.Band;
import org.ncsoversight.evidence.readiness.Readiness;

/** Our reading of a provider's readiness on ncs.reporting.readiness.v1. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReadinessMessage(
        String ukprn, Long version, String edition, List<CriterionPart> criteria, FoldedMessage.FoldedPart folded) {

    static final String TYPE = "org.ncsoversight.reporting.readiness.v1";

    /** What is kept under its name must have one that can stand anywhere. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]{1,50}");

    private static final int MOST_FACTS = 20;

    ReadinessMessage {
        requireNonNull(ukprn, "ukprn");
        checkVersion(version);
        checkWord("edition", edition);
        checkList("criteria", criteria);
        requireNonNull(folded, "folded");
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CriterionPart(String code, String band, List<ReasonPart> reasons) {

        CriterionPart {
            checkWord("criteria.code", code);
            checkWord("criteria.band", band);
            checkList("criteria.reasons", reasons);
        }

        Readiness.Judged toJudged() {
            return new Readiness.Judged(
                    new CriterionCode(code),
                    Band.valueOf(band),
                    reasons.stream().map(ReasonPart::toReason).toList());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ReasonPart(String code, Map<String, Object> facts) {

        ReasonPart {
            checkWord("reasons.code", code);
            checkList("reasons.facts", requireNonNull(facts, "reasons.facts").keySet());
        }

        Readiness.Reason toReason() {
            var texts = new LinkedHashMap<String, String>();
            facts.entrySet().stream()
                    .filter(fact -> NAME.matcher(fact.getKey()).matches())
                    // What is within a fact is not for our page.
                    .filter(fact -> fact.getValue() != null && !(fact.getValue() instanceof Map))
                    .limit(MOST_FACTS)
                    .forEach(fact -> texts.put(fact.getKey(), text(fact.getValue())));
            return new Readiness.Reason(code, texts);
        }

        private static String text(Object fact) {
            String text = fact instanceof Collection<?> several
                    ? several.stream().map(String::valueOf).collect(Collectors.joining(" "))
                    : fact.toString();
            checkWord("reasons.facts", text);
            return text;
        }
    }

    Readiness toReadiness(Instant computedAt) {
        return new Readiness(
                new ProviderId(ukprn),
                version,
                edition,
                folded.toHeard(computedAt),
                criteria.stream().map(CriterionPart::toJudged).toList());
    }
}
