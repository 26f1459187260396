package org.ncsoversight.feedback.providers;

import static java.util.Objects.requireNonNull;
import static org.ncsoversight.outbox.FieldLimits.checkDay;
import static org.ncsoversight.outbox.FieldLimits.checkList;
import static org.ncsoversight.outbox.FieldLimits.checkVersion;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our reading of a contract on ncs.providers.v1. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ContractMessage(
        Long version,
        String touchpoint,
        LocalDate from,
        @Nullable LocalDate to,
        String prime,
        List<String> subcontractors) {

    static final String TYPE = "org.ncsoversight.providers.contract.v1";

    ContractMessage {
        checkVersion(version);
        requireNonNull(touchpoint, "touchpoint");
        checkDay("from", from);
        if (to != null) {
            checkDay("to", to);
        }
        requireNonNull(prime, "prime");
        checkList("subcontractors", subcontractors);
    }
}
