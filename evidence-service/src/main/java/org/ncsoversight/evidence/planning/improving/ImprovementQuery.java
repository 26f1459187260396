package org.ncsoversight.evidence.planning.improving;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.store.ImprovementFilter;
import org.ncsoversight.evidence.presenting.Problem;
import org.springframework.web.util.UriUtils;

/** The filter of the plan as it was asked for; empty text asks for nothing. */
public record ImprovementQuery(
        @Nullable String provider,
        @Nullable String criterion,
        @Nullable String state,
        @Nullable String owner,
        @Nullable String overdue) {

    public ImprovementQuery {
        provider = text(provider);
        criterion = text(criterion);
        state = text(state);
        owner = text(owner);
        overdue = text(overdue);
    }

    public ImprovementFilter filter(LocalDate today) {
        var errors = new ArrayList<FieldError>();
        if (!text(provider).isEmpty() && !ProviderId.isUkprn(text(provider))) {
            errors.add(new FieldError("provider", "provider-not-a-ukprn", "UKPRN must be 8 digits"));
        }
        if (!text(criterion).isEmpty() && !CriterionCode.isCode(text(criterion))) {
            errors.add(new FieldError("criterion", "criterion-not-a-code", "Criterion must be a code like 4.3"));
        }
        if (!text(state).isEmpty() && ActionState.of(text(state)).isEmpty()) {
            errors.add(new FieldError("state", "state-unknown", "State must be one of the states of an action"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(List.copyOf(errors));
        }
        return new ImprovementFilter(
                text(provider).isEmpty() ? null : new ProviderId(text(provider)),
                text(criterion).isEmpty() ? null : new CriterionCode(text(criterion)),
                ActionState.of(text(state)).orElse(null),
                text(owner).isEmpty() ? null : text(owner),
                text(overdue).equals("yes") ? today : null);
    }

    /** What was asked for, by field, without what was not. */
    public Map<String, String> asked() {
        var asked = new LinkedHashMap<String, String>();
        asked.put("provider", text(provider));
        asked.put("criterion", text(criterion));
        asked.put("state", text(state));
        asked.put("owner", text(owner));
        asked.put("overdue", text(overdue));
        asked.values().removeIf(String::isEmpty);
        return asked;
    }

    /** The same filter in an address. */
    public String parameters() {
        return asked().entrySet().stream()
                .map(field ->
                        field.getKey() + "=" + UriUtils.encodeQueryParam(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
