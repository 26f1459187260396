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
        Limits.code("contract", contract);
        Limits.version(version);
        Limits.code("touchpoint", touchpoint);
        Limits.text("area", area);
        requireNonNull(from, "from");
        Limits.code("prime", prime);
        subcontractors = Limits.codes(Limits.MOST_PARTS, "subcontractors", subcontractors);
    }
}
