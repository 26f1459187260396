package org.ncsoversight.criteria.register.model;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Period;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Profile.Figure;

/**
 * A contract as typed or sent, still to be checked against the register.
 *
 * @param to empty when no end is known
 * @param profile figures by year; when absent, the profile is left as it is
 */
public record ContractEntry(
        String touchpoint,
        String from,
        String to,
        TypedNames areas,
        String prime,
        List<String> subcontractors,
        Optional<Map<Integer, Map<Figure, String>>> profile) {

    private static final String WHOLE_NUMBER = "[0-9]{1,8}";

    /** How a check ends. */
    public sealed interface Outcome {

        /** Its version is not known yet. */
        record Fine(Contract contract) implements Outcome {}

        record Wrong(List<FieldError> problems) implements Outcome {}
    }

    private static final long NOT_KNOWN_YET = 0;

    /** Which contract is meant, as far as that can be read. */
    public Optional<ContractId> id() {
        return ContractId.parse(touchpoint.strip() + "/" + from.strip());
    }

    public Outcome check(RegisterView register, Optional<Contract> kept) {
        var typed = new Typed();
        Optional<Touchpoint> where = Touchpoint.parse(touchpoint.strip());
        if (where.isEmpty()) {
            typed.wrong("touchpoint", "not-a-touchpoint", "Touchpoint must be up to 10 digits, like 201");
        }
        Optional<NameHistory> names = areas.read(kept.map(Contract::areas), typed);
        Optional<Period> period = period(typed);
        Optional<Ukprn> holder = prime(register, period, typed);
        Set<Ukprn> others = subcontractors(register, holder, period, typed);
        Optional<Profile> figures = period.flatMap(known -> profile(known, kept, typed));
        if (period.isPresent() && names.isPresent()) {
            checkAreaDays(names.get(), period.get(), typed);
        }
        return typed.fine()
                ? new Outcome.Fine(new Contract(
                        where.orElseThrow(),
                        NOT_KNOWN_YET,
                        names.orElseThrow(),
                        period.orElseThrow(),
                        holder.orElseThrow(),
                        List.copyOf(others),
                        figures.orElseThrow()))
                : new Outcome.Wrong(typed.problems());
    }

    private Optional<Period> period(Typed typed) {
        Optional<LocalDate> first = typed.needed("from", "First day", from, "Enter the first day of the contract");
        Optional<LocalDate> last = typed.date("to", "Last day", to);
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            typed.wrong("to", "before-from", "Last day must be the same as or after the first day");
            return Optional.empty();
        }
        return first.map(day -> new Period(day, last));
    }

    private static void checkAreaDays(NameHistory names, Period period, Typed typed) {
        boolean outside = names.entries().stream()
                .flatMap(entry -> entry.from().stream())
                .anyMatch(day -> !day.isAfter(period.from()) || !period.includes(day));
        if (outside) {
            typed.wrong("areaFrom", "outside-the-contract", "An area is renamed after the first day and by the last");
        }
    }

    private Optional<Ukprn> prime(RegisterView register, Optional<Period> period, Typed typed) {
        Optional<Provider> holder = Ukprn.parse(prime.strip()).flatMap(register::provider);
        if (holder.isEmpty()) {
            typed.wrong("prime", "unknown-provider", "Enter the UKPRN of a prime contractor in the register");
        } else if (holder.get().kind() != Provider.Kind.PRIME) {
            typed.wrong(
                    "prime", "not-a-prime", holder.get().name() + " is a subcontractor; a prime contractor is needed");
        } else if (period.filter(days -> holder.get().mergedBy(days.from())).isPresent()) {
            typed.wrong("prime", "merged", holder.get().name() + " had been merged into another provider by that day");
        }
        return holder.map(Provider::ukprn);
    }

    private Set<Ukprn> subcontractors(
            RegisterView register, Optional<Ukprn> holder, Optional<Period> period, Typed typed) {
        String field = "subcontractors";
        if (subcontractors.size() > Contract.MAX_SUBCONTRACTORS) {
            typed.wrong(
                    field, "too-many", "A contract can have up to " + Contract.MAX_SUBCONTRACTORS + " subcontractors");
            return Set.of();
        }
        var distinct = new LinkedHashSet<Ukprn>();
        boolean twice = false;
        for (String text : subcontractors) {
            Optional<Provider> party = Ukprn.parse(text.strip()).flatMap(register::provider);
            if (party.isEmpty()) {
                typed.wrong(field, "unknown-provider", "“" + text.strip() + "” is not a UKPRN in the register");
            } else if (period.filter(days -> party.get().mergedBy(days.from())).isPresent()) {
                typed.wrong(field, "merged", party.get().name() + " had been merged into another provider by that day");
            }
            twice |= party.isPresent() && !distinct.add(party.get().ukprn());
        }
        if (twice) {
            typed.wrong(field, "twice", "Name each subcontractor once");
        }
        if (holder.filter(distinct::contains).isPresent()) {
            typed.wrong(field, "is-the-prime", "The prime contractor cannot be its own subcontractor");
        }
        return distinct;
    }

    private Optional<Profile> profile(Period period, Optional<Contract> kept, Typed typed) {
        int years = Contract.yearsOf(period);
        if (profile.isEmpty()) {
            Profile before = kept.map(Contract::profile).orElse(Profile.NONE);
            if (before.lastYear() > years) {
                typed.wrong("to", "profile-is-longer", "The profile has figures for years after that day");
                return Optional.empty();
            }
            return Optional.of(before);
        }
        var figures = new TreeMap<Integer, Map<Figure, Integer>>();
        profile.get()
                .forEach((year, texts) -> texts.forEach((figure, text) -> {
                    if (text.isBlank()) {
                        return;
                    }
                    String field = figure.code() + "_" + year;
                    if (year < 1 || year > years) {
                        typed.wrong(field, "no-such-year", "The contract has no year " + year);
                    } else if (!text.strip().matches(WHOLE_NUMBER)) {
                        typed.wrong(field, "not-a-whole-number", figure.label() + " must be a whole number, 0 or more");
                    } else {
                        figures.computeIfAbsent(year, _ -> new EnumMap<>(Figure.class))
                                .put(figure, Integer.parseInt(text.strip()));
                    }
                }));
        return typed.fine() ? Optional.of(new Profile(figures)) : Optional.empty();
    }
}
