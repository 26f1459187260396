package org.ncsoversight.evidence.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Content;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Period;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.standard.Edition;

/** Reads what was typed and says what is wrong with it, field by field. */
final class SubmissionRules {

    private final SubmissionLimits limits;
    private final Edition edition;
    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    SubmissionRules(SubmissionLimits limits, Edition edition, LocalDate today) {
        this.limits = limits;
        this.edition = edition;
        this.today = today;
    }

    /** In the order of the form; empty when all is well. */
    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** The content, unless some field had an error. */
    Optional<Content> read(Submission typed) {
        String title = text("title", "title", typed.title(), limits.titleLengthInCharacters());
        String statement = text("statement", "statement", typed.statement(), limits.statementLengthInCharacters());
        var voice = voice(typed.voice());
        var criteria = criteria(typed.criteria());
        var period = period(typed.periodFrom(), typed.periodTo());
        var reviewDate = reviewDate(typed.reviewDate());
        if (!errors.isEmpty() || voice == null || period == null || reviewDate == null) {
            return Optional.empty();
        }
        return Optional.of(new Content(edition.code(), criteria, title, statement, voice, period, reviewDate));
    }

    private String text(String field, String word, String typed, int limit) {
        String text = Text.clean(typed);
        if (text.isEmpty()) {
            error(field, field + "-missing", "Enter a " + word);
        } else if (text.codePointCount(0, text.length()) > limit) {
            error(field, field + "-too-long", "%s must be %,d characters or less".formatted(capital(word), limit));
        }
        return text;
    }

    private @Nullable Voice voice(String typed) {
        if (typed.isBlank()) {
            error("voice", "voice-missing", "Select whose voice this evidence is");
            return null;
        }
        var voice = Voice.of(typed.strip());
        if (voice.isEmpty()) {
            error("voice", "voice-unknown", "Voice must be manager, staff, client or partner");
        }
        return voice.orElse(null);
    }

    private SortedMap<CriterionCode, Integer> criteria(List<String> typed) {
        var criteria = new TreeMap<CriterionCode, Integer>();
        for (String code : typed) {
            Optional.of(code.strip())
                    .filter(CriterionCode::isCode)
                    .map(CriterionCode::new)
                    .flatMap(edition::criterion)
                    .ifPresentOrElse(
                            known -> criteria.put(known.code(), known.textVersion()),
                            () -> error(
                                    "criteria",
                                    "criterion-unknown",
                                    "There is no criterion “%s” in the edition in force".formatted(Text.brief(code))));
        }
        if (typed.isEmpty()) {
            error("criteria", "criteria-missing", "Select at least one criterion");
        }
        return criteria;
    }

    private @Nullable Period period(String typedFrom, String typedTo) {
        var from = date("periodFrom", "period-from", "the first day of the period", typedFrom);
        var to = date("periodTo", "period-to", "the last day of the period", typedTo);
        if (from != null && from.isAfter(today)) {
            error("periodFrom", "period-from-in-future", "The first day of the period must be today or in the past");
        }
        if (to != null && to.isAfter(today)) {
            error("periodTo", "period-to-in-future", "The last day of the period must be today or in the past");
        }
        if (from == null || to == null) {
            return null;
        }
        if (to.isBefore(from)) {
            error(
                    "periodTo",
                    "period-ends-before-it-starts",
                    "The last day of the period must be the same as or after the first day");
            return null;
        }
        if (from.plusYears(limits.periodInYears()).isBefore(to)) {
            error(
                    "periodTo",
                    "period-too-long",
                    "The period must be %d years or less".formatted(limits.periodInYears()));
        }
        return new Period(from, to);
    }

    private @Nullable LocalDate reviewDate(String typed) {
        var date = date("reviewDate", "review-date", "the review date", typed);
        if (date != null && !date.isAfter(today)) {
            error("reviewDate", "review-date-not-in-future", "Review date must be in the future");
        } else if (date != null && date.isAfter(today.plusYears(limits.reviewWithinYears()))) {
            error(
                    "reviewDate",
                    "review-date-too-far",
                    "Review date must be within %d years".formatted(limits.reviewWithinYears()));
        }
        return date;
    }

    private @Nullable LocalDate date(String field, String code, String words, String typed) {
        if (typed.isBlank()) {
            error(field, code + "-missing", "Enter " + words);
            return null;
        }
        var date = Text.date(typed);
        if (date.isEmpty()) {
            error(field, code + "-not-a-date", capital(words) + " must be a real date");
        }
        return date.orElse(null);
    }

    private void error(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
