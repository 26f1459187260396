package org.ncsoversight.evidence.reporting;

import static java.util.Objects.requireNonNull;
import static org.ncsoversight.outbox.FieldLimits.checkVersion;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.readiness.Readiness;

/** Our reading of what stands behind a provider's readiness, on ncs.reporting.folded.v1. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FoldedMessage(String ukprn, Long version, FoldedPart folded) {

    static final String TYPE = "org.ncsoversight.reporting.folded.v1";

    FoldedMessage {
        var _ = new ProviderId(requireNonNull(ukprn, "ukprn"));
        // Counts from 0: a provider of whom nothing is known yet is folded too.
        if (requireNonNull(version, "version") != 0) {
            checkVersion(version);
        }
        requireNonNull(folded, "folded");
    }

    /** How many things there are is for others. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record FoldedPart(@Nullable Instant evidenceUpTo) {

        Readiness.Heard toHeard(Instant saidAt) {
            return new Readiness.Heard(saidAt, evidenceUpTo);
        }
    }

    ProviderId provider() {
        return new ProviderId(ukprn);
    }
}
