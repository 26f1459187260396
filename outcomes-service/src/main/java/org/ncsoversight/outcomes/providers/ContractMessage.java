package org.ncsoversight.outcomes.providers;

import static java.util.Objects.requireNonNull;

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
        requireNonNull(version, "version");
        requireNonNull(touchpoint, "touchpoint");
        requireNonNull(area, "area");
        requireNonNull(from, "from");
        requireNonNull(prime, "prime");
        requireNonNull(subcontractors, "subcontractors");
    }
}
