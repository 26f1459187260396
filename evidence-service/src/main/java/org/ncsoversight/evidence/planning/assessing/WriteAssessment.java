package org.ncsoversight.evidence.planning.assessing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Period;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.planning.model.Section;
import org.ncsoversight.evidence.planning.model.SectionKey;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.planning.store.AssessmentStore;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Begins a self-assessment report or a later version of a signed one, and keeps what is written in a draft. */
@Component
public class WriteAssessment {

    private static final Logger log = LoggerFactory.getLogger(WriteAssessment.class);

    /** Who writes, for which provider. */
    record Author(Person person, ProviderId provider, VisibleProviders visible) {}

    /** The period as typed, and the edition or nothing for the one in force. */
    record Start(String edition, String periodFrom, String periodTo) {}

    /** What is typed in one section. */
    public record Typed(String text, String strengths, String gaps) {}

    /** Every way writing can end. */
    sealed interface Result {

        record Kept(SelfAssessment assessment, boolean isNew) implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        record NotFound() implements Result {}

        record IdTaken(UUID id) implements Result {}

        record Signed(SelfAssessment assessment) implements Result {}

        record NotSigned(SelfAssessment assessment) implements Result {}

        /** One later version of a report is enough. */
        record ReplacedBefore() implements Result {}

        record ChangedMeanwhile(SelfAssessment now) implements Result {}

        record CriteriaNotYetKnown() implements Result {}
    }

    private final AssessmentStore store;
    private final KnownStandard standard;
    private final EditionInForce inForce;
    private final AssessmentLimits limits;
    private final Clock clock;

    WriteAssessment(
            AssessmentStore store,
            KnownStandard standard,
            EditionInForce inForce,
            AssessmentLimits limits,
            Clock clock) {
        this.store = store;
        this.standard = standard;
        this.inForce = inForce;
        this.limits = limits;
        this.clock = clock;
    }

    Result start(UUID id, Start start, Author author) {
        Optional<Edition> edition = start.edition().isBlank()
                ? inForce.edition()
                : standard.edition(start.edition().strip());
        if (edition.isEmpty() && start.edition().isBlank()) {
            return new Result.CriteriaNotYetKnown();
        }
        var errors = new ArrayList<FieldError>();
        if (edition.isEmpty()) {
            errors.add(new FieldError("edition", "edition-unknown", "Select an edition of the Standard"));
        }
        var from = date("periodFrom", "the first day", start.periodFrom(), errors);
        var to = date("periodTo", "the last day", start.periodTo(), errors);
        if (from != null && to != null && to.isBefore(from)) {
            errors.add(new FieldError(
                    "periodTo", "period-ends-before-it-starts", "The last day must be the same as or after the first"));
        } else if (from != null
                && to != null
                && from.plusYears(limits.periodInYears()).isBefore(to)) {
            errors.add(new FieldError(
                    "periodTo",
                    "period-too-long",
                    "The period must be %d years or less".formatted(limits.periodInYears())));
        }
        if (!errors.isEmpty() || from == null || to == null) {
            return new Result.Invalid(errors);
        }
        var assessment = new SelfAssessment(
                id,
                1,
                author.provider(),
                edition.get().code(),
                new Period(from, to),
                1,
                null,
                null,
                Map.of(),
                new SelfAssessment.Started(clock.instant(), author.person()),
                null);
        return add(assessment, author);
    }

    Result nextVersion(UUID newId, UUID of, String typedReason, Author author) {
        var found = own(of, author);
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        if (!found.get().isSigned()) {
            return new Result.NotSigned(found.get());
        }
        String reason = Text.clean(typedReason);
        if (reason.isEmpty()) {
            return new Result.Invalid(
                    List.of(new FieldError("reason", "reason-missing", "Enter why a new version is needed")));
        }
        if (reason.codePointCount(0, reason.length()) > limits.reasonLengthInCharacters()) {
            return new Result.Invalid(List.of(tooLong("reason", limits.reasonLengthInCharacters())));
        }
        return add(found.get().next(newId, reason, author.person(), clock.instant()), author);
    }

    private Result add(SelfAssessment assessment, Author author) {
        if (!store.add(assessment)) {
            var earlier = own(assessment.id(), author);
            if (earlier.isEmpty() && assessment.replaces() != null) {
                return new Result.ReplacedBefore();
            }
            return earlier.filter(kept -> kept.period().equals(assessment.period())
                            && kept.edition().equals(assessment.edition())
                            && kept.started().by().is(author.person()))
                    .<Result>map(kept -> new Result.Kept(kept, false))
                    .orElse(new Result.IdTaken(assessment.id()));
        }
        log.atInfo().addKeyValue("assessmentId", assessment.id()).log("Self-assessment begun");
        return new Result.Kept(assessment, true);
    }

    /** Each section by itself, so that colleagues write at the same time; only the same section can be changed twice. */
    Result write(UUID id, SectionKey key, @Nullable Long seenVersion, Typed typed, Author author) {
        var found = own(id, author);
        if (found.isEmpty() || !belongs(key, found.get())) {
            return new Result.NotFound();
        }
        var assessment = found.get();
        var before = assessment.section(key);
        var section = new Section(
                before.version() + 1,
                Text.clean(typed.text()),
                key.isCriterion() ? Text.clean(typed.strengths()) : "",
                key.isCriterion() ? Text.clean(typed.gaps()) : "",
                clock.instant(),
                author.person().username());
        if (section.saysTheSameAs(before)) {
            return new Result.Kept(assessment, false);
        }
        if (assessment.isSigned()) {
            return new Result.Signed(assessment);
        }
        if (seenVersion != null && seenVersion != before.version()) {
            return new Result.ChangedMeanwhile(assessment);
        }
        var errors = errors(section);
        if (!errors.isEmpty()) {
            return new Result.Invalid(errors);
        }
        boolean kept = store.write(id, key, section);
        var now = own(id, author).orElseThrow();
        if (kept) {
            return new Result.Kept(now, false);
        }
        return now.isSigned() ? new Result.Signed(now) : new Result.ChangedMeanwhile(now);
    }

    private List<FieldError> errors(Section section) {
        var errors = new ArrayList<FieldError>();
        Map.of("text", section.text(), "strengths", section.strengths(), "gaps", section.gaps())
                .forEach((field, text) -> {
                    if (text.codePointCount(0, text.length()) > limits.textLengthInCharacters()) {
                        errors.add(tooLong(field, limits.textLengthInCharacters()));
                    }
                });
        return errors;
    }

    private boolean belongs(SectionKey key, SelfAssessment assessment) {
        return standard.edition(assessment.edition()).stream()
                .anyMatch(edition -> key.equals(SectionKey.OVERALL)
                        || edition.elements().stream()
                                .anyMatch(element -> key.equals(SectionKey.element(element.number())))
                        || edition.criteria().stream()
                                .anyMatch(criterion -> key.equals(SectionKey.criterion(criterion.code()))));
    }

    private Optional<SelfAssessment> own(UUID id, Author author) {
        return store.find(id, author.visible())
                .filter(assessment -> author.person().belongsTo(assessment.provider()));
    }

    private static FieldError tooLong(String field, int limit) {
        return new FieldError(field, field + "-too-long", "Must be %,d characters or less".formatted(limit));
    }

    private static @Nullable LocalDate date(String field, String words, String typed, List<FieldError> errors) {
        if (typed.isBlank()) {
            errors.add(new FieldError(field, field + "-missing", "Enter " + words + " of the period"));
            return null;
        }
        var date = Text.date(typed);
        if (date.isEmpty()) {
            errors.add(new FieldError(field, field + "-not-a-date", "Must be a real date"));
        }
        return date.orElse(null);
    }
}
