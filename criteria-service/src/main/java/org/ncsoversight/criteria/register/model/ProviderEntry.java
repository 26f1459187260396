package org.ncsoversight.criteria.register.model;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Ukprn;

/**
 * A provider as typed or sent, still to be checked against the register.
 *
 * @param succession into which provider it was merged; when absent, this is left as it is
 */
public record ProviderEntry(String ukprn, TypedNames names, String kind, Optional<TypedSuccession> succession) {

    /** As typed; both empty means that it was not merged. */
    public record TypedSuccession(String by, String on) {}

    /** How a check ends. */
    public sealed interface Outcome {

        record New(Provider provider) implements Outcome {}

        /** The next version, which differs from the one that is kept. */
        record Changed(Provider provider) implements Outcome {}

        record Same(Provider provider) implements Outcome {}

        record Wrong(List<FieldError> problems) implements Outcome {}
    }

    public static ProviderEntry of(String ukprn, String name, String nameFrom, String kind) {
        return new ProviderEntry(ukprn, TypedNames.of("name", "Name", name, nameFrom), kind, Optional.empty());
    }

    public Outcome check(RegisterView register, LocalDate today) {
        var typed = new Typed();
        Optional<Ukprn> known = Ukprn.parse(ukprn.strip());
        if (known.isEmpty()) {
            typed.wrong("ukprn", "not-a-ukprn", "UKPRN must be 8 digits from 10000000 to 99999999");
        }
        Optional<Provider> kept = known.flatMap(register::provider);
        Optional<NameHistory> history = names.read(kept.map(Provider::names), typed);
        history.flatMap(NameHistory::currentSince)
                .filter(since -> since.isAfter(today))
                .ifPresent(_ -> typed.wrong(
                        "nameFrom", "in-the-future", "The day of the new name must be today or in the past"));
        Optional<Provider.Kind> sort = Provider.Kind.parse(kind.strip());
        if (sort.isEmpty()) {
            typed.wrong("kind", "unknown-kind", "Select whether it is a prime contractor (prime) or a subcontractor");
        } else if (kept.isPresent()
                && sort.get() != Provider.Kind.PRIME
                && register.holdsContracts(kept.get().ukprn())) {
            typed.wrong("kind", "holds-contracts", "This provider holds contracts, so it must stay a prime contractor");
        }
        Optional<Succession> merged = known.flatMap(its -> succession(its, kept, register, typed));
        return typed.fine()
                ? outcome(kept, known.orElseThrow(), history.orElseThrow(), sort.orElseThrow(), merged)
                : new Outcome.Wrong(typed.problems());
    }

    private static Outcome outcome(
            Optional<Provider> kept,
            Ukprn ukprn,
            NameHistory history,
            Provider.Kind kind,
            Optional<Succession> succession) {
        if (kept.isEmpty()) {
            return new Outcome.New(new Provider(ukprn, 1, history, kind, List.of(), succession));
        }
        Provider next = kept.get().as(history, kind);
        Provider all = new Provider(ukprn, next.version(), history, kind, next.steps(), succession);
        return kept.get().saysTheSameAs(all) ? new Outcome.Same(kept.get()) : new Outcome.Changed(all);
    }

    private Optional<Succession> succession(Ukprn its, Optional<Provider> kept, RegisterView register, Typed typed) {
        return succession
                .map(merger -> merger(merger, its, register, typed))
                .orElseGet(() -> kept.flatMap(Provider::succeededBy));
    }

    private static Optional<Succession> merger(TypedSuccession merger, Ukprn its, RegisterView register, Typed typed) {
        if (merger.by.isBlank() && merger.on.isBlank()) {
            return Optional.empty();
        }
        Optional<Ukprn> by = Ukprn.parse(merger.by.strip());
        Optional<LocalDate> on = typed.needed("on", "Day of the merger", merger.on, "Enter the day of the merger");
        if (by.flatMap(register::provider).isEmpty()) {
            typed.wrong("by", "unknown-provider", "Enter the UKPRN of a provider in the register");
        } else if (leadsTo(its, by.get(), register)) {
            typed.wrong("by", "goes-in-circles", "That provider is this one, or was itself merged into it");
        }
        if (on.isPresent() && register.takesPartFrom(its, on.get())) {
            typed.wrong(
                    "on",
                    "has-later-contracts",
                    "This provider takes part in a contract that begins on or after that day");
        }
        return on.flatMap(day -> by.map(other -> new Succession(other, day)));
    }

    private static boolean leadsTo(Ukprn sought, Ukprn start, RegisterView register) {
        var seen = new HashSet<Ukprn>();
        Optional<Ukprn> next = Optional.of(start);
        while (next.isPresent() && seen.add(next.get())) {
            if (next.get().equals(sought)) {
                return true;
            }
            next = next.flatMap(register::provider)
                    .flatMap(Provider::succeededBy)
                    .map(Succession::by);
        }
        return false;
    }
}
