package org.ncsoversight.evidence.items.drafting;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Drafts to go on with, to leave to others and to give up. */
@Controller
class DraftsPage {

    private static final int PAGE_LENGTH = 50;
    private static final String DISCARD = "/evidence/drafts/{id}/discard";

    private final DraftEvidence draftEvidence;
    private final DraftFiles draftFiles;
    private final DraftStore drafts;

    DraftsPage(DraftEvidence draftEvidence, DraftFiles draftFiles, DraftStore drafts) {
        this.draftEvidence = draftEvidence;
        this.draftFiles = draftFiles;
        this.drafts = drafts;
    }

    @GetMapping("/evidence/drafts")
    ModelAndView list(
            Caller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "") String handed) {
        var found = drafts.list(Cursor.read(after), PAGE_LENGTH, caller.own());
        var page = new ModelAndView("items/drafting/drafts");
        page.addObject("drafts", found.drafts());
        page.addObject(
                "handed",
                found.drafts().stream()
                        .filter(draft -> draft.id().toString().equals(handed))
                        .findFirst()
                        .orElse(null));
        page.addObject("next", found.next().map(Cursor::write).orElse(null));
        page.addObject("titleField", Field.TITLE);
        page.addObject("criteriaField", Field.CRITERIA);
        return page;
    }

    /** Opens the next revision of an item, or goes on with the one that is open. */
    @PostMapping("/evidence/{id}/revise")
    Object revise(Caller caller, @PathVariable UUID id) {
        return switch (draftEvidence.revise(new EvidenceId(id), caller)) {
            case DraftEvidence.Result.Kept(var draft) -> seeOther("/evidence/drafts/" + draft.id() + "/check");
            case DraftEvidence.Result.NotNow _ ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "not-revisable",
                        "This evidence takes no new revision now. An assessor may have it in review");
            case DraftEvidence.Result _ -> throw Problem.notFound(id.toString());
        };
    }

    @GetMapping(DISCARD)
    ModelAndView ask(Caller caller, @PathVariable UUID id) {
        return page(HttpStatus.OK, find(caller, id), List.of());
    }

    @PostMapping(DISCARD)
    Object discard(Caller caller, @PathVariable UUID id, @RequestParam long version) {
        Draft draft = find(caller, id);
        if (draftFiles.discard(draft.id(), version, caller)) {
            return seeOther("/evidence/drafts");
        }
        var changed = new FieldError(
                "discard",
                "changed-meanwhile",
                "Someone else saved this draft meanwhile. Check it before you discard it");
        return page(HttpStatus.CONFLICT, find(caller, id), List.of(changed));
    }

    private Draft find(Caller caller, UUID id) {
        return drafts.find(new EvidenceId(id), caller.own()).orElseThrow(() -> Problem.notFound(id.toString()));
    }

    private static ModelAndView page(HttpStatus status, Draft draft, List<FieldError> errors) {
        var page = new ModelAndView("items/drafting/discard");
        page.setStatus(status);
        page.addObject("draft", draft);
        page.addObject("errors", new FieldErrors(errors));
        return page;
    }

    private static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
