package org.ncsoversight.evidence.together.campaigning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.together.model.Asked;

/** Reads what somebody wants to ask, and says everything that is wrong with it at once. */
final class CampaignRules {

    private final CampaignLimits limits;
    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    CampaignRules(CampaignLimits limits, LocalDate today) {
        this.limits = limits;
        this.today = today;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Empty when there are errors. */
    Optional<Asked> read(CampaignInput input, Edition edition, List<ProviderId> known, @Nullable LocalDate dueBefore) {
        String title = text("title", "a title", input.title(), limits.titleLengthInCharacters());
        String request = text("request", "what you ask for", input.request(), limits.textLengthInCharacters());
        var criteria = criteria(input.criteria(), edition);
        var due = due(input.due(), dueBefore);
        var providers = providers(input, known);
        return errors.isEmpty() && due != null
                ? Optional.of(new Asked(title, request, edition.code(), criteria, due, providers))
                : Optional.empty();
    }

    String text(String field, String words, String typed, int limit) {
        String text = Text.clean(typed);
        if (text.isEmpty()) {
            error(field, field + "-missing", "Enter " + words);
        } else if (text.codePointCount(0, text.length()) > limit) {
            error(field, field + "-too-long", "Must be %,d characters or less".formatted(limit));
        }
        return text;
    }

    /** Why a campaign is changed or an answer missing. */
    String reason(String typed) {
        return text("reason", "a reason", typed, limits.textLengthInCharacters());
    }

    @Nullable
    LocalDate due(String typed, @Nullable LocalDate before) {
        if (typed.isBlank()) {
            error("due", "due-missing", "Enter the last day for an answer");
            return null;
        }
        var due = Text.date(typed).orElse(null);
        if (due == null) {
            error("due", "due-not-a-date", "Due date must be a real date");
        } else if (due.isBefore(today) && !due.equals(before)) {
            error("due", "due-in-past", "Due date must be today or in the future");
        } else if (due.isAfter(today.plusYears(limits.dueWithinYears()))) {
            error("due", "due-too-far", "Due date must be within %d years".formatted(limits.dueWithinYears()));
        }
        return due;
    }

    /** A due date that moves, and only to later. */
    @Nullable
    LocalDate laterDue(String typed, LocalDate before) {
        var due = due(typed, null);
        if (due != null && errors.isEmpty() && !due.isAfter(before)) {
            error("due", "due-not-later", "The new due date must be after the one before");
        }
        return due;
    }

    private SortedSet<CriterionCode> criteria(List<String> typed, Edition edition) {
        var criteria = new TreeSet<CriterionCode>();
        for (String one : typed) {
            if (CriterionCode.isCode(one)
                    && edition.criterion(new CriterionCode(one)).isPresent()) {
                criteria.add(new CriterionCode(one));
            } else {
                error(
                        "criteria",
                        "criterion-unknown",
                        "There is no criterion “%s” in the edition in force".formatted(Text.brief(one)));
            }
        }
        return criteria;
    }

    private List<ProviderId> providers(CampaignInput input, List<ProviderId> known) {
        if (!input.asksEveryone() && input.providers().isEmpty()) {
            error("providers", "providers-missing", "Enter at least one UKPRN, or ask all providers");
        }
        if (!input.asksEveryone() && input.providers().size() > limits.providers()) {
            error("providers", "providers-too-many", "Enter %,d UKPRNs or fewer".formatted(limits.providers()));
            return List.of();
        }
        if (input.asksEveryone()) {
            if (known.isEmpty()) {
                error("providers", "providers-not-yet-known", "No provider is known here yet. Try again in a minute");
            }
            return known;
        }
        var asked = new ArrayList<ProviderId>();
        for (String one : input.providers()) {
            if (!ProviderId.isUkprn(one)) {
                error(
                        "providers",
                        "provider-not-a-ukprn",
                        "“%s” is not a UKPRN, which has 8 digits".formatted(Text.brief(one)));
            } else if (known.contains(new ProviderId(one))) {
                asked.add(new ProviderId(one));
            } else {
                error("providers", "provider-unknown", "There is no provider with the UKPRN %s".formatted(one));
            }
        }
        return asked;
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }
}
