package org.ncsoversight.evidence.items.submitting;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.ReceivedFile;
import org.ncsoversight.evidence.files.Uploads;
import org.ncsoversight.evidence.items.intake.ItemBody;
import org.ncsoversight.evidence.items.intake.ItemJson;
import org.ncsoversight.evidence.items.intake.Submission;
import org.ncsoversight.evidence.items.presentation.EvidenceAnswers;
import org.ncsoversight.evidence.items.submitting.SubmitEvidence.Result.CriteriaNotYetKnown;
import org.ncsoversight.evidence.items.submitting.SubmitEvidence.Result.IdTaken;
import org.ncsoversight.evidence.items.submitting.SubmitEvidence.Result.Invalid;
import org.ncsoversight.evidence.items.submitting.SubmitEvidence.Result.Submitted;
import org.ncsoversight.evidence.items.submitting.SubmitEvidence.Result.SubmittedBefore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.repeating.Repeats;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Submitting for programs: JSON alone, or JSON with files. */
@RestController
class SubmitEvidenceApi {

    private static final String PATH = "/api/evidence/items";
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final SubmitEvidence submitEvidence;
    private final EvidenceAnswers answers;
    private final ItemBody itemBody;

    SubmitEvidenceApi(SubmitEvidence submitEvidence, EvidenceAnswers answers, ItemBody itemBody) {
        this.submitEvidence = submitEvidence;
        this.answers = answers;
        this.itemBody = itemBody;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<EvidenceAnswers.Answer> submitWithoutFiles(Caller caller, HttpServletRequest request)
            throws IOException {
        return submit(caller, itemBody.read(request.getInputStream()), List.of(), request);
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<EvidenceAnswers.Answer> submitWithFiles(
            Caller caller,
            HttpServletRequest request,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files)
            throws IOException, ServletException {
        Part part = request.getPart("item");
        if (part == null) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "item-missing", "The request has no part “item”");
        }
        return submit(caller, itemBody.read(part.getInputStream()), Uploads.received(files), request);
    }

    private ResponseEntity<EvidenceAnswers.Answer> submit(
            Caller caller, ItemJson item, List<ReceivedFile> files, HttpServletRequest request) throws IOException {
        var command = new SubmitEvidence.Command(
                id(item.evidence(), request),
                caller.organisation().orElseThrow(),
                caller.person(),
                caller.visible(),
                new Submission(item.proposal(), files));
        return switch (submitEvidence.submit(command)) {
            case Submitted(var evidence) ->
                answers.answer(ResponseEntity.created(URI.create(PATH + "/" + evidence.id())), evidence, caller);
            case SubmittedBefore(var evidence) -> answers.answer(ResponseEntity.ok(), evidence, caller);
            case Invalid(var errors) -> throw Problem.invalid(errors);
            case IdTaken(var id) ->
                throw Problem.of(
                        HttpStatus.CONFLICT, "id-taken", "Other evidence was submitted as %s before".formatted(id));
            case CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
        };
    }

    /** An id or key of the caller's makes a repeat safe; the same key of another caller is another item. */
    private static EvidenceId id(@Nullable String wanted, HttpServletRequest request) {
        if (wanted != null && !UUID_FORM.matcher(wanted).matches()) {
            throw Problem.invalid(List.of(new FieldError("evidence", "evidence-not-a-uuid", "The id must be a UUID")));
        }
        return new EvidenceId(Repeats.idOr(wanted == null ? null : UUID.fromString(wanted), request));
    }
}
