package org.ncsoversight.criteria.contracting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.model.register.Contract;
import org.ncsoversight.criteria.model.register.FieldProblem;
import org.ncsoversight.criteria.model.register.Period;
import org.ncsoversight.criteria.model.register.Provider;
import org.ncsoversight.criteria.model.register.Touchpoint;
import org.ncsoversight.criteria.model.register.Ukprn;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.ncsoversight.criteria.store.ProviderStore;

/** Reads a contract as typed or sent and says everything that is wrong with it at once. */
final class ContractCheck {

    sealed interface Outcome {

        /** Its version is not known yet. */
        record Fine(Contract contract) implements Outcome {}

        record Wrong(List<FieldProblem> problems) implements Outcome {}
    }

    private static final long NOT_KNOWN_YET = 0;

    private final ProviderStore providers;

    ContractCheck(ProviderStore providers) {
        this.providers = providers;
    }

    Outcome check(RecordContract.Command command, VisibleProviders visible) {
        var problems = new ArrayList<FieldProblem>();
        Optional<Touchpoint> touchpoint = Touchpoint.parse(command.touchpoint().strip());
        if (touchpoint.isEmpty()) {
            problems.add(
                    new FieldProblem("touchpoint", "not-a-touchpoint", "Touchpoint must be up to 10 digits, like 201"));
        }
        String area = command.area().strip();
        if (area.isEmpty()) {
            problems.add(new FieldProblem("area", "missing", "Enter the name of the area"));
        } else if (area.length() > Contract.MAX_AREA_LENGTH) {
            problems.add(new FieldProblem(
                    "area", "too-long", "Area must be " + Contract.MAX_AREA_LENGTH + " characters or fewer"));
        }
        Optional<Period> period = period(command, problems);
        Optional<Ukprn> prime = prime(command.prime().strip(), visible, problems);
        Set<Ukprn> subcontractors = subcontractors(command.subcontractors(), prime, visible, problems);
        return problems.isEmpty()
                ? new Outcome.Fine(new Contract(
                        touchpoint.orElseThrow(),
                        NOT_KNOWN_YET,
                        area,
                        period.orElseThrow(),
                        prime.orElseThrow(),
                        List.copyOf(subcontractors)))
                : new Outcome.Wrong(problems);
    }

    private static Optional<Period> period(RecordContract.Command command, List<FieldProblem> problems) {
        if (command.from().isBlank()) {
            problems.add(new FieldProblem("from", "missing", "Enter the first day of the contract"));
        }
        Optional<LocalDate> from = date("from", "First day", command.from().strip(), problems);
        Optional<LocalDate> to = date("to", "Last day", command.to().strip(), problems);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            problems.add(new FieldProblem("to", "before-from", "Last day must be the same as or after the first day"));
            return Optional.empty();
        }
        return from.map(first -> new Period(first, to));
    }

    private static Optional<LocalDate> date(String field, String label, String text, List<FieldProblem> problems) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            problems.add(new FieldProblem(field, "not-a-date", label + " must be a real date"));
            return Optional.empty();
        }
    }

    private Optional<Ukprn> prime(String text, VisibleProviders visible, List<FieldProblem> problems) {
        Optional<Provider> prime = Ukprn.parse(text).flatMap(ukprn -> providers.find(ukprn, visible));
        if (prime.isEmpty()) {
            problems.add(new FieldProblem(
                    "prime", "unknown-provider", "Enter the UKPRN of a prime contractor in the register"));
        } else if (prime.get().kind() != Provider.Kind.PRIME) {
            problems.add(new FieldProblem(
                    "prime", "not-a-prime", prime.get().name() + " is a subcontractor; a prime contractor is needed"));
        }
        return prime.map(Provider::ukprn);
    }

    private Set<Ukprn> subcontractors(
            List<String> texts, Optional<Ukprn> prime, VisibleProviders visible, List<FieldProblem> problems) {
        if (texts.size() > Contract.MAX_SUBCONTRACTORS) {
            problems.add(new FieldProblem(
                    "subcontractors",
                    "too-many",
                    "A contract can have up to " + Contract.MAX_SUBCONTRACTORS + " subcontractors"));
            return Set.of();
        }
        List<Ukprn> parsed = texts.stream()
                .map(String::strip)
                .map(Ukprn::parse)
                .flatMap(Optional::stream)
                .toList();
        Set<Ukprn> distinct = new LinkedHashSet<>(parsed);
        Set<Ukprn> known = registered(distinct, visible);
        for (String text : texts) {
            if (Ukprn.parse(text.strip()).filter(known::contains).isEmpty()) {
                problems.add(new FieldProblem(
                        "subcontractors", "unknown-provider", "“" + text.strip() + "” is not a UKPRN in the register"));
            }
        }
        if (distinct.size() != parsed.size()) {
            problems.add(new FieldProblem("subcontractors", "twice", "Name each subcontractor once"));
        }
        if (prime.filter(distinct::contains).isPresent()) {
            problems.add(new FieldProblem(
                    "subcontractors", "is-the-prime", "The prime contractor cannot be its own subcontractor"));
        }
        return distinct;
    }

    private Set<Ukprn> registered(Set<Ukprn> ukprns, VisibleProviders visible) {
        var query = new ProviderStore.Query(
                Optional.empty(), Optional.of(ukprns), Optional.empty(), Contract.MAX_SUBCONTRACTORS);
        return providers.list(query, visible).stream().map(Provider::ukprn).collect(Collectors.toSet());
    }
}
