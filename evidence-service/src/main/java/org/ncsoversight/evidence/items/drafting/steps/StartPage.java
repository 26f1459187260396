package org.ncsoversight.evidence.items.drafting.steps;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.items.drafting.DraftEvidence;
import org.ncsoversight.evidence.items.intake.ReadSubmission;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first question makes the draft; it carries the id of what it will make, so that sending it twice makes one. */
@Controller
class StartPage {

    private static final String PATH = "/evidence/new";

    private final DraftEvidence draftEvidence;
    private final ReadSubmission reader;
    private final StepView view;

    StartPage(DraftEvidence draftEvidence, ReadSubmission reader, StepView view) {
        this.draftEvidence = draftEvidence;
        this.reader = reader;
        this.view = view;
    }

    @GetMapping(PATH)
    ModelAndView form(
            @RequestParam(name = "criterion", defaultValue = "") List<String> criteria,
            @RequestParam(defaultValue = "") String voice) {
        var form = new StepForm(Proposal.EMPTY.with(Field.CRITERIA, criteria));
        return view.first(HttpStatus.OK, form, UUID.randomUUID().toString(), voice, List.of());
    }

    @PostMapping(PATH)
    Object start(Caller caller, @RequestParam MultiValueMap<String, String> typed) {
        String voice = text(typed, "voice");
        var form = StepForm.of(Step.CRITERIA, new LinkedMultiValueMap<>(typed), Proposal.EMPTY);
        var proposal = form.proposal().with(Field.VOICE, voice);
        var id = EvidenceId.of(text(typed, "evidence")).orElseGet(() -> new EvidenceId(UUID.randomUUID()));
        var errors = switch (reader.read(proposal, 0, caller.person().username())) {
            case ReadSubmission.Outcome.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
            case ReadSubmission.Outcome.Read _ -> List.<FieldError>of();
            case ReadSubmission.Outcome.Invalid(var all) ->
                all.stream()
                        .filter(error -> Step.CRITERIA.asksFor(error.field()))
                        .toList();
        };
        if (!errors.isEmpty()) {
            return view.first(HttpStatus.UNPROCESSABLE_CONTENT, form, id.toString(), voice, errors);
        }
        return switch (draftEvidence.start(id, proposal, caller)) {
            case DraftEvidence.Result.Kept(var draft) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/evidence/drafts/" + draft.id() + "/voice"))
                        .build();
            case DraftEvidence.Result _ ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "id-taken",
                        "This form was sent before. Start a new one to add more evidence");
        };
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
