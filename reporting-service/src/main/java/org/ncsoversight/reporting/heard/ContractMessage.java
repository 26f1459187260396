package org.ncsoversight.reporting.heard;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we need of a contract: who works where. */
public record ContractMessage(
        String contract,
        long version,
        String touchpoint,
        String area,
        LocalDate from,
        @Nullable LocalDate to,
        String prime,
        List<String> subcontractors) {

    public ContractMessage {
        requireNonNull(contract, "contract");
        requireNonNull(touchpoint, "touchpoint");
        requireNonNull(area, "area");
        requireNonNull(from, "from");
        requireNonNull(prime, "prime");
        subcontractors = List.copyOf(requireNonNull(subcontractors, "subcontractors"));
    }
}
