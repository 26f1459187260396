package org.ncsoversight.evidence.planning.assessing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.model.SectionKey;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.repeating.Repeats;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Self-assessment reports for programs. */
@RestController
class AssessmentApi {

    static final String PATH = "/api/evidence/assessments";

    private static final int LONGEST_PAGE = 200;

    /** Some reports, newest first, and the cursor for the next ones while there are any. */
    record Assessments(
            List<AssessmentBody> assessments, @Nullable String next) {}

    /** The id makes a repeat safe; the edition is the one in force unless it is named. */
    record StartBody(
            @Nullable String assessment,
            @Nullable String edition,
            @Nullable String periodFrom,
            @Nullable String periodTo) {}

    /** What is written in one section. */
    record TypedBody(
            @Nullable String text,
            @Nullable String strengths,
            @Nullable String gaps) {}

    /** Why there is a new version. */
    record ReasonBody(@Nullable String assessment, @Nullable String reason) {}

    /** The hash of what was looked at, to sign that and nothing else. */
    record SignatureBody(@Nullable String contentHash) {}

    private final ReadAssessments read;
    private final WriteAssessment write;
    private final SignAssessment sign;

    AssessmentApi(ReadAssessments read, WriteAssessment write, SignAssessment sign) {
        this.read = read;
        this.write = write;
        this.sign = sign;
    }

    @GetMapping(PATH)
    Assessments list(
            Caller caller,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw invalid("limit", "limit-out-of-range", "Limit must be between 1 and " + LONGEST_PAGE);
        }
        var page = read.list(provider(provider), Cursor.read(after), limit, caller);
        return new Assessments(
                page.assessments().stream()
                        .map(assessment -> AssessmentBody.of(assessment, null))
                        .toList(),
                page.next().map(Cursor::write).orElse(null));
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<AssessmentBody> one(Caller caller, @PathVariable UUID id) {
        var assessment = read.find(id, caller).orElseThrow(() -> notFound(id.toString()));
        return ResponseEntity.ok()
                .eTag(Long.toString(assessment.version()))
                .body(AssessmentBody.of(assessment, read.content(assessment, caller)));
    }

    @PostMapping(PATH)
    ResponseEntity<AssessmentBody> start(Caller caller, HttpServletRequest request, @RequestBody StartBody body) {
        var start = new WriteAssessment.Start(text(body.edition()), text(body.periodFrom()), text(body.periodTo()));
        return answer(write.start(id(body.assessment(), request), start, author(caller)), null);
    }

    @PutMapping(PATH + "/{id}/sections/{section}")
    ResponseEntity<AssessmentBody> write(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestBody TypedBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var typed = new WriteAssessment.Typed(text(body.text()), text(body.strengths()), text(body.gaps()));
        var key = SectionKey.of(section).orElseThrow(() -> notFound(id.toString()));
        return answer(write.write(id, key, IfMatch.version(ifMatch), typed, author(caller)), ifMatch);
    }

    @PostMapping(PATH + "/{id}/signature")
    ResponseEntity<AssessmentBody> sign(
            Caller caller,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable SignatureBody body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var command = new SignAssessment.Command(
                id,
                IfMatch.version(ifMatch),
                body == null ? null : body.contentHash(),
                caller.person(),
                caller.visible());
        return switch (sign.sign(command)) {
            case SignAssessment.Result.Signed(var assessment) ->
                ResponseEntity.ok().eTag(Long.toString(assessment.version())).body(AssessmentBody.of(assessment, null));
            case SignAssessment.Result.NotFound() -> throw notFound(id.toString());
            case SignAssessment.Result.ChangedMeanwhile(var now) -> throw changed(now.version(), ifMatch);
        };
    }

    @PostMapping(PATH + "/{id}/versions")
    ResponseEntity<AssessmentBody> next(
            Caller caller, HttpServletRequest request, @PathVariable UUID id, @RequestBody ReasonBody body) {
        return answer(write.nextVersion(id(body.assessment(), request), id, text(body.reason()), author(caller)), null);
    }

    static WriteAssessment.Author author(Caller caller) {
        return new WriteAssessment.Author(caller.person(), caller.organisation().orElseThrow(), caller.visible());
    }

    static Problem notFound(String id) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no self-assessment report " + id);
    }

    static @Nullable ProviderId provider(String typed) {
        String ukprn = typed.strip();
        if (!ukprn.isEmpty() && !ProviderId.isUkprn(ukprn)) {
            throw invalid("provider", "provider-not-a-ukprn", "UKPRN must be 8 digits");
        }
        return ukprn.isEmpty() ? null : new ProviderId(ukprn);
    }

    private static ResponseEntity<AssessmentBody> answer(WriteAssessment.Result result, @Nullable String ifMatch) {
        return switch (result) {
            case WriteAssessment.Result.Kept(var assessment, var isNew) ->
                (isNew ? ResponseEntity.created(URI.create(PATH + "/" + assessment.id())) : ResponseEntity.ok())
                        .eTag(Long.toString(assessment.version()))
                        .body(AssessmentBody.of(assessment, null));
            case WriteAssessment.Result.Invalid(var errors) -> throw Problem.invalid(errors);
            case WriteAssessment.Result.NotFound() -> throw notFound("");
            case WriteAssessment.Result.IdTaken(var id) ->
                throw Problem.of(
                        HttpStatus.CONFLICT, "id-taken", "Another report was begun as %s before".formatted(id));
            case WriteAssessment.Result.Signed _ ->
                throw Problem.of(
                        HttpStatus.CONFLICT, "signed", "A signed report stays as it is; begin a new version of it");
            case WriteAssessment.Result.NotSigned _ ->
                throw Problem.of(HttpStatus.CONFLICT, "not-signed", "The report is still a draft; change that");
            case WriteAssessment.Result.ReplacedBefore() -> throw replacedBefore();
            case WriteAssessment.Result.ChangedMeanwhile(var now) -> throw changed(now.version(), ifMatch);
            case WriteAssessment.Result.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
        };
    }

    static Problem replacedBefore() {
        return Problem.of(
                HttpStatus.CONFLICT,
                "replaced-before",
                "A new version of this report was begun before. Go on with that one, or begin from it once it is"
                        + " signed");
    }

    private static Problem changed(long version, @Nullable String ifMatch) {
        return Problem.of(
                IfMatch.statusWhenStale(ifMatch),
                "changed-meanwhile",
                "This has changed since; the report is at version %d".formatted(version));
    }

    private static Problem invalid(String field, String code, String message) {
        return Problem.invalid(List.of(new FieldError(field, code, message)));
    }

    private static UUID id(@Nullable String wanted, HttpServletRequest request) {
        try {
            return Repeats.idOr(wanted == null ? null : UUID.fromString(wanted), request);
        } catch (IllegalArgumentException _) {
            throw invalid("assessment", "assessment-not-a-uuid", "The id must be a UUID");
        }
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }
}
