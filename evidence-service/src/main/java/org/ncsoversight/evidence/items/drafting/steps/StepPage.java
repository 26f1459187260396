package org.ncsoversight.evidence.items.drafting.steps;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.items.drafting.DraftEvidence;
import org.ncsoversight.evidence.items.drafting.DraftEvidence.Seen;
import org.ncsoversight.evidence.items.intake.ReadSubmission;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One question of a draft; each answer is saved, right ones to go on and any to come back to later. */
@Controller
class StepPage {

    private static final String PATH = "/evidence/drafts/{id}/{step}";

    private final DraftEvidence draftEvidence;
    private final DraftStore drafts;
    private final EvidenceStore store;
    private final ReadSubmission reader;
    private final StepView view;

    StepPage(
            DraftEvidence draftEvidence, DraftStore drafts, EvidenceStore store, ReadSubmission reader, StepView view) {
        this.draftEvidence = draftEvidence;
        this.drafts = drafts;
        this.store = store;
        this.reader = reader;
        this.view = view;
    }

    /** Goes on where it was left. */
    @GetMapping("/evidence/drafts/{id}")
    ResponseEntity<Void> resume(Caller caller, @PathVariable UUID id) {
        Draft draft = find(caller, id);
        return seeOther(id, Step.firstOpen(draft.proposal()).map(Step::word).orElse("check"));
    }

    @GetMapping(PATH)
    ModelAndView form(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam(defaultValue = "false") boolean change) {
        Draft draft = find(caller, id);
        Step asked = step(step);
        var shown = new StepView.Shown(asked, suggesting(asked, draft, caller), change);
        return view.of(HttpStatus.OK, shown, draft, caller, List.of());
    }

    @PostMapping(PATH)
    Object save(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam long version,
            @RequestParam(defaultValue = "continue") String action,
            @RequestParam(defaultValue = "false") boolean change,
            @RequestParam MultiValueMap<String, String> typed) {
        Draft before = find(caller, id);
        Step asked = step(step);
        var form = StepForm.of(asked, typed, before.proposal());
        var shown = new StepView.Shown(asked, form, change);
        boolean later = action.equals("later");
        var errors = later ? List.<FieldError>of() : errors(asked, form.proposal(), before);
        if (!errors.isEmpty()) {
            return view.of(HttpStatus.UNPROCESSABLE_CONTENT, shown, before, caller, errors);
        }
        var result = draftEvidence.save(
                before.id(),
                Seen.byPerson(version),
                saved -> StepForm.of(asked, typed, saved).proposal(),
                caller);
        return switch (result) {
            case DraftEvidence.Result.Kept(var draft) -> goOn(asked, draft, later, change);
            case DraftEvidence.Result.ChangedMeanwhile(var now) -> view.conflict(shown, now, caller);
            case DraftEvidence.Result _ -> throw Problem.notFound(id.toString());
        };
    }

    private static ResponseEntity<Void> goOn(Step asked, Draft draft, boolean later, boolean change) {
        if (later) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/evidence/drafts"))
                    .build();
        }
        // What the kind changes is asked even of somebody who came to change one answer.
        var next = asked.next(draft.proposal()).filter(step -> !change || opens(step, draft));
        return seeOther(draft.id().value(), next.map(Step::word).orElse("check"));
    }

    private static boolean opens(Step step, Draft draft) {
        return step == Step.LINK && !draft.proposal().has(Field.LINK);
    }

    private List<FieldError> errors(Step asked, Proposal proposal, Draft draft) {
        var outcome =
                reader.read(proposal, draft.files().size(), draft.started().by().username());
        return switch (outcome) {
            case ReadSubmission.Outcome.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
            case ReadSubmission.Outcome.Read _ -> asked == Step.KIND ? kindMissing(proposal) : List.of();
            case ReadSubmission.Outcome.Invalid(var all) -> {
                var here = all.stream()
                        .filter(error -> asked.asksFor(error.field()))
                        .toList();
                yield here.isEmpty() && asked == Step.KIND ? kindMissing(proposal) : here;
            }
        };
    }

    /** A program may leave it out; a person is asked. */
    private static List<FieldError> kindMissing(Proposal proposal) {
        return proposal.has(Field.KIND)
                ? List.of()
                : List.of(new FieldError("kind", "kind-missing", "Select what kind of evidence it is"));
    }

    private StepForm suggesting(Step asked, Draft draft, Caller caller) {
        Proposal proposal = draft.proposal();
        if (asked == Step.HANDLING && !proposal.has(Field.CLASSIFICATION)) {
            proposal = proposal.with(Field.CLASSIFICATION, "official");
        }
        if (asked == Step.HANDLING && !proposal.has(Field.OWNER)) {
            var owner = store.find(draft.id(), caller.own())
                    .map(Evidence::content)
                    .map(Content::owner)
                    .orElseGet(() -> caller.person().username());
            proposal = proposal.with(Field.OWNER, owner);
        }
        return new StepForm(proposal);
    }

    private Draft find(Caller caller, UUID id) {
        return drafts.find(new EvidenceId(id), caller.own()).orElseThrow(() -> Problem.notFound(id.toString()));
    }

    private static Step step(String word) {
        return Step.of(word)
                .filter(step -> step != Step.FILES)
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such page"));
    }

    private static ResponseEntity<Void> seeOther(UUID id, String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/evidence/drafts/%s/%s".formatted(id, page)))
                .build();
    }
}
