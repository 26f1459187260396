package org.ncsoversight.evidence.items.finding;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.answering.FreshLook;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.items.store.Days;
import org.ncsoversight.evidence.items.store.EvidenceFilter;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.SearchWords;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.springframework.stereotype.Component;

/** Turns what was asked for into a filter, or says everything that is wrong with it at once. */
@Component
class ReadQuery {

    /** The filter, and what could not be read; a filter with errors must not be used. */
    record Outcome(EvidenceFilter filter, List<FieldError> errors) {}

    private static final Pattern BRITISH_DATE = Pattern.compile("([0-9]{1,2})[/ .-]([0-9]{1,2})[/ .-]([0-9]{4})");

    private final EditionInForce standard;

    ReadQuery(EditionInForce standard) {
        this.standard = standard;
    }

    /** For programs, which get a problem. */
    EvidenceFilter orProblem(ListQuery query) {
        var outcome = read(query);
        if (!outcome.errors().isEmpty()) {
            throw Problem.invalid(outcome.errors());
        }
        return outcome.filter();
    }

    Outcome read(ListQuery query) {
        var errors = new ArrayList<FieldError>();
        boolean freshLook = query.has("freshLook", "true");
        var states = states(query, errors);
        var filter = new EvidenceFilter(
                one(query, "provider", "UKPRN must be 8 digits", ReadQuery::provider, errors),
                freshLook && states.isEmpty() ? Set.of(EvidenceState.ACCEPTED) : states,
                one(query, "criterion", "Criterion must be a code like 4.3", ReadQuery::criterion, errors),
                one(query, "voice", "Voice must be manager, staff, client or partner", Voice::of, errors),
                one(query, "kind", "Kind must be document, account, data, register or link", Kind::of, errors),
                one(
                        query,
                        "classification",
                        "Classification must be official or official-sensitive",
                        Classification::of,
                        errors),
                one(query, "thread", "Thread must be the id of a golden thread", ReadQuery::uuid, errors),
                one(query, "owner", "Owner must be a user name", Optional::of, errors),
                SearchWords.in(query.text("text")),
                days(query, "period", errors),
                days(query, "submitted", errors),
                days(query, "review", errors),
                freshLook ? FreshLook.of(standard) : null,
                one(query, "edition", "Edition must be one that is known here", this::edition, errors));
        return new Outcome(filter, List.copyOf(errors));
    }

    private static Set<EvidenceState> states(ListQuery query, List<FieldError> errors) {
        var states = new LinkedHashSet<EvidenceState>();
        query.all("state").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .forEach(word -> EvidenceState.of(word)
                        .ifPresentOrElse(
                                states::add,
                                () -> errors.add(new FieldError(
                                        "state", "state-unknown", "State must be one of the states of evidence"))));
        return states;
    }

    private static <T> @Nullable T one(
            ListQuery query,
            String field,
            String message,
            Function<String, Optional<T>> read,
            List<FieldError> errors) {
        String typed = query.text(field);
        if (typed.isEmpty()) {
            return null;
        }
        var value = read.apply(typed);
        if (value.isEmpty()) {
            errors.add(new FieldError(field, field + "-not-valid", message));
        }
        return value.orElse(null);
    }

    private static Days days(ListQuery query, String field, List<FieldError> errors) {
        LocalDate from = one(query, field + "From", "First day must be a real date", ReadQuery::date, errors);
        LocalDate to = one(query, field + "To", "Last day must be a real date", ReadQuery::date, errors);
        if (from != null && to != null && to.isBefore(from)) {
            errors.add(new FieldError(
                    field + "To",
                    field + "-ends-before-it-starts",
                    "Last day must be the same as or after the first day"));
        }
        return new Days(from, to);
    }

    /** As programs write it, or as people in England do. */
    private static Optional<LocalDate> date(String typed) {
        var british = BRITISH_DATE.matcher(typed);
        if (!british.matches()) {
            return Text.date(typed);
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(british.group(3)),
                    Integer.parseInt(british.group(2)),
                    Integer.parseInt(british.group(1))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<String> edition(String typed) {
        return standard.known().stream()
                .map(Edition::code)
                .filter(typed::equals)
                .findFirst();
    }

    private static Optional<ProviderId> provider(String typed) {
        return ProviderId.isUkprn(typed) ? Optional.of(new ProviderId(typed)) : Optional.empty();
    }

    private static Optional<CriterionCode> criterion(String typed) {
        return CriterionCode.isCode(typed) ? Optional.of(new CriterionCode(typed)) : Optional.empty();
    }

    private static Optional<UUID> uuid(String typed) {
        return EvidenceId.of(typed).map(EvidenceId::value);
    }
}
