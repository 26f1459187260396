package org.ncsoversight.evidence.items.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.bodies.ShownText;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Period;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.model.Voice;

/** Reads what was typed and says what is wrong with it, field by field. */
final class SubmissionRules {

    private final SubmissionLimits limits;
    private final StandardRules standard;
    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();
    private LocalDate firstReviewDate;

    SubmissionRules(SubmissionLimits limits, StandardRules standard, LocalDate today) {
        this.limits = limits;
        this.standard = standard;
        this.today = today;
        this.firstReviewDate = today.plusDays(1);
    }

    /** For what was written some time ago: its review date may have gone by. */
    SubmissionRules reviewedAnyTime() {
        firstReviewDate = LocalDate.MIN;
        return this;
    }

    /** In the order of the form; empty when all is well. */
    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /**
     * The content, unless some field had an error.
     *
     * @param files how many it has
     * @param owner who answers for it when nobody else is named
     */
    Optional<Content> read(Proposal typed, int files, String owner) {
        String title = text("title", "title", typed.text(Field.TITLE), limits.titleLengthInCharacters());
        String statement =
                text("statement", "statement", typed.text(Field.STATEMENT), limits.statementLengthInCharacters());
        var voice = voice(typed.text(Field.VOICE));
        var references = standard.references(typed, errors);
        var kind = kind(typed.text(Field.KIND), files);
        var period = period(typed.text(Field.PERIOD_FROM), typed.text(Field.PERIOD_TO));
        var reviewDate = reviewDate(typed.text(Field.REVIEW_DATE));
        var further = new FurtherRules(limits, errors);
        var link = further.link(typed.text(Field.LINK), kind);
        var document = standard.document(typed.text(Field.DOCUMENT), errors);
        var classification = further.classification(typed.text(Field.CLASSIFICATION));
        var named = further.owner(typed.text(Field.OWNER));
        var threads = further.threads(typed.all(Field.THREADS));
        if (!errors.isEmpty() || voice == null || kind == null || period == null || reviewDate == null) {
            return Optional.empty();
        }
        return Optional.of(new Content(
                standard.leading(),
                references,
                title,
                statement,
                voice,
                kind,
                period,
                reviewDate,
                classification.orElse(Classification.OFFICIAL),
                named.orElse(owner),
                link,
                document,
                threads));
    }

    private String text(String field, String word, String typed, int limit) {
        String text = ShownText.of(Text.clean(typed));
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

    /** Nothing said means files, if there are any, and otherwise what the statement tells. */
    private @Nullable Kind kind(String typed, int files) {
        if (typed.isBlank()) {
            return files > 0 ? Kind.DOCUMENT : Kind.ACCOUNT;
        }
        var kind = Kind.of(typed.strip());
        if (kind.isEmpty()) {
            error("kind", "kind-unknown", "Kind must be document, account, data, register or link");
        }
        if (kind.equals(Optional.of(Kind.DOCUMENT)) && files == 0) {
            error("files", "files-missing", "Select the files of this document");
        }
        return kind.orElse(null);
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
        if (date != null && date.isBefore(firstReviewDate)) {
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
