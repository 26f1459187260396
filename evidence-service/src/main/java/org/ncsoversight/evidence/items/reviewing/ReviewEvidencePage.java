package org.ncsoversight.evidence.items.reviewing;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.files.FileFacts;
import org.ncsoversight.evidence.items.answering.AnsweredCriterion;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Decision;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.ChangedMeanwhile;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.FilesWithheld;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.InReviewByAnother;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.Invalid;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.NotAwaitingReview;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.NotFound;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.NotIndependent;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.Reviewed;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reviewing for people: the criteria beside the evidence, and the decision below. */
@Controller
class ReviewEvidencePage {

    private static final String PATH = "/evidence/{id}/review";

    /** How far down the queue the next item is looked for: what others have in review is passed over. */
    private static final int LOOK_AHEAD = 50;

    /** The form as it was sent. */
    public record Typed(long version, String decision, String reason) {}

    private final ReviewEvidence reviewEvidence;
    private final EvidenceStore store;
    private final KnownStandard standard;
    private final KnownProviders providers;

    ReviewEvidencePage(
            ReviewEvidence reviewEvidence, EvidenceStore store, KnownStandard standard, KnownProviders providers) {
        this.reviewEvidence = reviewEvidence;
        this.store = store;
        this.standard = standard;
        this.providers = providers;
    }

    @GetMapping(PATH)
    ModelAndView form(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean changed) {
        Evidence evidence = find(caller, id);
        var errors = changed ? List.of(changed()) : List.<FieldError>of();
        return page(HttpStatus.OK, evidence, caller, new Typed(evidence.version(), "", ""), errors);
    }

    /** Says what was decided, and leads on to who has waited longest now. */
    @GetMapping("/evidence/{id}/reviewed")
    ModelAndView reviewed(Caller caller, @PathVariable UUID id) {
        Evidence evidence = find(caller, id);
        var page = new ModelAndView("items/reviewing/reviewed");
        page.addObject("evidence", evidence);
        page.addObject("next", nextFor(caller).orElse(null));
        return page;
    }

    private Optional<Evidence> nextFor(Caller caller) {
        return store.waiting(null, LOOK_AHEAD, caller.visible()).items().stream()
                .filter(waiting -> waiting.mayBeDecidedBy(caller.person()))
                .findFirst();
    }

    @PostMapping(PATH)
    Object review(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason) {
        var typed = new Typed(version, decision, reason);
        var wanted = switch (decision) {
            case "accept" -> new Decision.Accept();
            case "return" -> new Decision.Return(reason.replace("\r\n", "\n"));
            default -> null;
        };
        if (wanted == null) {
            var missing = new FieldError("decision", "decision-missing", "Select accept or return");
            return page(HttpStatus.UNPROCESSABLE_CONTENT, find(caller, id), caller, typed, List.of(missing));
        }
        var command =
                new ReviewEvidence.Command(new EvidenceId(id), version, wanted, caller.person(), caller.visible());
        return switch (reviewEvidence.review(command)) {
            case Reviewed(var evidence) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/evidence/" + evidence.id() + "/reviewed"))
                        .build();
            case NotFound() -> throw Problem.notFound(id.toString());
            case Invalid(var errors) -> page(HttpStatus.UNPROCESSABLE_CONTENT, find(caller, id), caller, typed, errors);
            case NotIndependent() -> page(HttpStatus.CONFLICT, find(caller, id), caller, typed, List.of());
            case ChangedMeanwhile(var now) -> page(HttpStatus.CONFLICT, now, caller, typed, List.of(changed()));
            case InReviewByAnother(var now) -> page(HttpStatus.CONFLICT, now, caller, typed, List.of(changed()));
            case FilesWithheld(var now, var files) ->
                page(
                        HttpStatus.CONFLICT,
                        now,
                        caller,
                        typed,
                        List.of(new FieldError("decision", "files-withheld", FileFacts.notAcceptableYet(files))));
            case NotAwaitingReview(var now) -> page(HttpStatus.CONFLICT, now, caller, typed, List.of(changed()));
        };
    }

    private static FieldError changed() {
        return new FieldError(
                "changed", "changed-meanwhile", "Someone else changed this evidence while you were reviewing it");
    }

    private Evidence find(Caller caller, UUID id) {
        return store.find(new EvidenceId(id), caller.visible()).orElseThrow(() -> Problem.notFound(id.toString()));
    }

    private ModelAndView page(
            HttpStatus status, Evidence evidence, Caller caller, Typed typed, List<FieldError> errors) {
        var page = new ModelAndView("items/reviewing/review-evidence");
        page.setStatus(status);
        page.addObject("evidence", evidence);
        page.addObject("criteria", AnsweredCriterion.of(evidence.content(), standard.editions()));
        page.addObject("providerName", providers.nameOf(evidence.provider()));
        page.addObject("independent", evidence.mayBeReviewedBy(caller.person()));
        page.addObject("mayDecide", evidence.mayBeDecidedBy(caller.person()));
        page.addObject("reviewer", evidence.reviewer().orElse(null));
        page.addObject("mine", evidence.reviewer().filter(caller.person()::is).isPresent());
        page.addObject("typed", typed);
        page.addObject("errors", new FieldErrors(errors));
        return page;
    }
}
