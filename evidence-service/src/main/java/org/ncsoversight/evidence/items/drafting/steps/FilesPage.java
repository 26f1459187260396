package org.ncsoversight.evidence.items.drafting.steps;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.Uploads;
import org.ncsoversight.evidence.items.drafting.DraftFiles;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The files of a draft: each upload is kept at once, and each file can be taken away again. */
@Controller
class FilesPage {

    private static final String PATH = "/evidence/drafts/{id}/files";
    private static final String REMOVE = "remove-";

    private final DraftFiles draftFiles;
    private final DraftStore drafts;
    private final StepView view;

    FilesPage(DraftFiles draftFiles, DraftStore drafts, StepView view) {
        this.draftFiles = draftFiles;
        this.drafts = drafts;
        this.view = view;
    }

    @GetMapping(PATH)
    ModelAndView form(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean change) {
        return page(HttpStatus.OK, find(caller, id), caller, change, List.of());
    }

    @PostMapping(PATH)
    Object save(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "continue") String action,
            @RequestParam(defaultValue = "false") boolean change,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        Draft draft = find(caller, id);
        var received = Uploads.received(files);
        if (!received.isEmpty()) {
            var errors = switch (draftFiles.add(draft.id(), received, caller)) {
                case DraftFiles.Result.Kept _ -> List.<FieldError>of();
                case DraftFiles.Result.NotFound() -> throw Problem.notFound(id.toString());
                case DraftFiles.Result.Invalid(var wrong) -> wrong;
            };
            if (!errors.isEmpty()) {
                return page(HttpStatus.UNPROCESSABLE_CONTENT, find(caller, id), caller, change, errors);
            }
        }
        if (action.startsWith(REMOVE)) {
            EvidenceId.of(action.substring(REMOVE.length()))
                    .ifPresent(file -> draftFiles.remove(draft.id(), file.value(), caller));
        }
        if (action.equals("upload") && received.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, draft, caller, change, missing("Select a file"));
        }
        return goOn(find(caller, id), caller, action, change);
    }

    private Object goOn(Draft draft, Caller caller, String action, boolean change) {
        String drafts = "/evidence/drafts/" + draft.id() + "/";
        String kind = draft.proposal().text(Field.KIND);
        if (action.equals("continue")
                && kind.equals(Kind.DOCUMENT.word())
                && draft.files().isEmpty()) {
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    draft,
                    caller,
                    change,
                    missing("Select the files of this document"));
        }
        String next = switch (action) {
            case "continue" ->
                change
                        ? drafts + "check"
                        : drafts
                                + Step.FILES
                                        .next(draft.proposal())
                                        .map(Step::word)
                                        .orElse("check");
            case "later" -> "/evidence/drafts";
            default -> drafts + "files" + (change ? "?change=true" : "");
        };
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(next))
                .build();
    }

    private static List<FieldError> missing(String message) {
        return List.of(new FieldError("files", "files-missing", message));
    }

    private Draft find(Caller caller, UUID id) {
        return Optional.of(new EvidenceId(id))
                .flatMap(draft -> drafts.find(draft, caller.own()))
                .orElseThrow(() -> Problem.notFound(id.toString()));
    }

    private ModelAndView page(HttpStatus status, Draft draft, Caller caller, boolean change, List<FieldError> errors) {
        var shown = new StepView.Shown(Step.FILES, new StepForm(draft.proposal()), change);
        return view.of(status, shown, draft, caller, errors);
    }
}
