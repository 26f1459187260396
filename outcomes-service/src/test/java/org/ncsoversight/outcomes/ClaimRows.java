package org.ncsoversight.outcomes;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ncsoversight.outcomes.model.Contract;
import org.ncsoversight.outcomes.model.Contracts;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.outcomes.model.Ukprn;
import org.ncsoversight.outcomes.pseudonymising.PseudonymKey;

/** Files of claims, and the world they are about. */
public final class ClaimRows {

    public static final String HEADINGS =
            "CustomerID,DateOfBirth,HomePostCode,ActionPlanId,SessionDate,SubContractorId,AdviserName,OutcomeId,OutcomeType,OutcomeEffectiveDate,OutcomePriorityCustomer";

    public static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    public static final Ukprn PRIME = new Ukprn("99000001");
    public static final Ukprn SUBCONTRACTOR = new Ukprn("99000101");
    public static final Ukprn OTHER = new Ukprn("99000002");
    public static final Touchpoint TOUCHPOINT = new Touchpoint("0000000201");

    /** 32 bytes, for tests only. */
    public static final String KEY = "dGhpcnR5LXR3byBieXRlcyBvZiBhIHRlc3Qga2V5ISE=";

    private ClaimRows() {}

    public static Contract contract() {
        return new Contract(
                TOUCHPOINT,
                "Northmoor and the Dales",
                LocalDate.parse("2024-10-01"),
                Optional.of(LocalDate.parse("2028-09-30")),
                PRIME,
                Set.of(SUBCONTRACTOR));
    }

    public static Contract otherContract() {
        return new Contract(
                new Touchpoint("0000000202"),
                "Eastvale",
                LocalDate.parse("2024-10-01"),
                Optional.empty(),
                OTHER,
                Set.of());
    }

    public static Contracts contracts() {
        return new Contracts(List.of(contract(), otherContract()));
    }

    public static PseudonymKey key() {
        return new PseudonymKey(KEY);
    }

    public static String row(String customer, String outcome) {
        return "%s,1990-05-01,AB1 2CD,plan-1,2026-09-01,99000101,Ann Adviser,%s,2,2026-10-14,1"
                .formatted(customer, outcome);
    }

    public static String file(String... rows) {
        return HEADINGS + "\n" + String.join("\n", rows) + "\n";
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String manyRows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> row("customer-" + i, "outcome-" + i))
                .collect(Collectors.joining("\n", HEADINGS + "\n", "\n"));
    }
}
