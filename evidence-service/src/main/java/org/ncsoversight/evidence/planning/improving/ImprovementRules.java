package org.ncsoversight.evidence.planning.improving;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.planning.model.Improvement;
import org.ncsoversight.evidence.planning.model.Source;
import org.ncsoversight.evidence.standard.Edition;

/** Says what is wrong with an improvement action, field by field. */
final class ImprovementRules {

    private static final int OWNER_LENGTH_IN_CHARACTERS = 100;

    /** Either an improvement that may be kept, or errors. */
    record Outcome(Optional<Improvement> improvement, List<FieldError> errors) {}

    private final ImprovementLimits limits;
    private final Edition edition;
    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    ImprovementRules(ImprovementLimits limits, Edition edition, LocalDate today) {
        this.limits = limits;
        this.edition = edition;
        this.today = today;
    }

    /** The due date of before may stay, even when it has gone by. */
    Outcome check(ImprovementInput input, String ownerIfNone, @Nullable LocalDate dueBefore) {
        String title = text("title", "a title", input.title(), limits.titleLengthInCharacters());
        String difference =
                text("difference", "what will be different", input.difference(), limits.textLengthInCharacters());
        var criteria = criteria(input.criteria());
        String owner = owner(input.owner(), ownerIfNone);
        var due = due(input.due(), dueBefore);
        var sources = sources(input.sources());
        if (!errors.isEmpty() || due == null) {
            return new Outcome(Optional.empty(), List.copyOf(errors));
        }
        var improvement = new Improvement(title, difference, edition.code(), criteria, owner, due, sources);
        return new Outcome(Optional.of(improvement), List.of());
    }

    private String text(String field, String words, String typed, int limit) {
        String text = Text.clean(typed);
        if (text.isEmpty()) {
            error(field, field + "-missing", "Enter " + words);
        } else if (text.codePointCount(0, text.length()) > limit) {
            error(field, field + "-too-long", "Must be %,d characters or less".formatted(limit));
        }
        return text;
    }

    private SortedSet<CriterionCode> criteria(List<String> typed) {
        var criteria = new TreeSet<CriterionCode>();
        for (String code : typed) {
            criterion(code)
                    .ifPresentOrElse(
                            criteria::add,
                            () -> error(
                                    "criteria",
                                    "criterion-unknown",
                                    "There is no criterion “%s” in this edition of the Standard"
                                            .formatted(Text.brief(code))));
        }
        if (typed.isEmpty()) {
            error("criteria", "criteria-missing", "Select at least one criterion");
        }
        return criteria;
    }

    private Optional<CriterionCode> criterion(String typed) {
        return Optional.of(typed.strip())
                .filter(CriterionCode::isCode)
                .map(CriterionCode::new)
                .filter(code -> edition.criterion(code).isPresent());
    }

    private String owner(String typed, String ifNone) {
        String owner = Text.clean(typed);
        if (owner.length() > OWNER_LENGTH_IN_CHARACTERS || owner.indexOf('\n') >= 0) {
            error("owner", "owner-too-long", "Owner must be one username of 100 characters or less");
        }
        return owner.isEmpty() ? ifNone : owner;
    }

    private @Nullable LocalDate due(String typed, @Nullable LocalDate before) {
        if (typed.isBlank()) {
            error("due", "due-missing", "Enter the day it is due");
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

    private List<Source> sources(List<ImprovementInput.SourceInput> typed) {
        if (typed.size() > limits.sources()) {
            error("sources", "sources-too-many", "An action can have up to %d sources".formatted(limits.sources()));
            return List.of();
        }
        var reader = new SourceRules(limits, edition);
        var sources = typed.stream()
                .flatMap(one -> reader.read(one).stream())
                .distinct()
                .toList();
        errors.addAll(reader.errors());
        return sources;
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }
}
