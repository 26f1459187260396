package org.ncsoversight.criteria.register.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** A touchpoint from a first day on: one provider may hold several, and one touchpoint has several over the years. */
public record ContractId(Touchpoint touchpoint, LocalDate from) implements Comparable<ContractId> {

    private static final Comparator<ContractId> ORDER =
            Comparator.comparing(ContractId::touchpoint).thenComparing(ContractId::from);

    public static Optional<ContractId> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        try {
            LocalDate from = LocalDate.parse(text.substring(slash + 1));
            return Touchpoint.parse(text.substring(0, slash)).map(touchpoint -> new ContractId(touchpoint, from));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    public String value() {
        return touchpoint.value() + "/" + from;
    }

    @Override
    public int compareTo(ContractId other) {
        return ORDER.compare(this, other);
    }
}
