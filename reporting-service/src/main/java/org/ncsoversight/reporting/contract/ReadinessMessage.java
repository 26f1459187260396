package org.ncsoversight.reporting.contract;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ncsoversight.reporting.readiness.Band;
import org.ncsoversight.reporting.readiness.Readiness;

/** The whole readiness of one provider, as on ncs.reporting.readiness.v1. */
public record ReadinessMessage(
        String ukprn,
        long version,
        String edition,
        LocalDate asOf,
        int ready,
        List<Criterion> criteria,
        Folded folded) {

    public static final String TOPIC = "ncs.reporting.readiness.v1";
    public static final String TYPE = "org.ncsoversight.reporting.readiness.v1";

    public ReadinessMessage {
        requireNonNull(ukprn, "ukprn");
        requireNonNull(edition, "edition");
        requireNonNull(asOf, "asOf");
        requireNonNull(folded, "folded");
        criteria = List.copyOf(requireNonNull(criteria, "criteria"));
    }

    /** One criterion's band. */
    public record Criterion(
            @Schema(description = "Code of the criterion.", example = "4.3")
            String code,

            @Schema(description = "Worst first: NOT_STARTED, GATHERING, SUBMITTED, AT_RISK, READY.")
            Band band,

            List<Reason> reasons) {

        public Criterion {
            requireNonNull(code, "code");
            requireNonNull(band, "band");
            reasons = List.copyOf(requireNonNull(reasons, "reasons"));
        }

        /** The codes alone, in order. */
        public List<String> reasonCodes() {
            return reasons.stream().map(Reason::code).toList();
        }
    }

    /** One reason, with the smallest action that removes it. */
    public record Reason(
            @Schema(description = "Stable, for programs.", example = "nothing-submitted")
            String code,

            @Schema(description = "What makes it so, by name.")
            Map<String, Object> facts,

            @Schema(description = "The smallest action that removes it.", example = "Submit evidence")
            String action) {

        public Reason {
            requireNonNull(code, "code");
            requireNonNull(facts, "facts");
            requireNonNull(action, "action");
        }
    }

    /** The message for a computed readiness. */
    public static ReadinessMessage of(String ukprn, long version, Readiness readiness, Folded folded) {
        return new ReadinessMessage(
                ukprn,
                version,
                readiness.edition(),
                readiness.asOf(),
                readiness.ready(),
                readiness.criteria().stream().map(ReadinessMessage::criterion).toList(),
                folded);
    }

    private static Criterion criterion(Readiness.Criterion criterion) {
        return new Criterion(
                criterion.code(),
                criterion.band(),
                criterion.reasons().stream()
                        .map(reason -> new Reason(
                                reason.code().word(),
                                reason.facts(),
                                reason.code().action()))
                        .toList());
    }
}
