package org.ncsoversight.outcomes.providers;

import static java.util.Objects.requireNonNull;
import static org.ncsoversight.outbox.FieldLimits.checkDay;
import static org.ncsoversight.outbox.FieldLimits.checkList;
import static org.ncsoversight.outbox.FieldLimits.checkVersion;
import static org.ncsoversight.outbox.FieldLimits.checkWord;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our reading of a contract on ncs.providers.v1. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ContractMessage(
        Long version,
        String touchpoint,
        String area,
        LocalDate from,
        @Nullable LocalDate to,
        String prime,
        List<String> subcontractors) {

    static final String TYPE = "org.ncsoversight.providers.contract.v1";

    ContractMessage {
        checkVersion(version);
        requireNonNull(touchpoint, "touchpoint");
        checkWord("area", area);
        checkDay("from", from);
        if (to != null) {
            checkDay("to", to);
        }
        requireNonNull(prime, "prime");
        checkList("subcontractors", subcontractors);
    }
}
