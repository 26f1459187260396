package org.ncsoversight.criteria.standard.importing;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.standard.comparison.Comparison;
import org.ncsoversight.criteria.standard.importing.ImportEdition.Command;
import org.ncsoversight.criteria.standard.importing.ImportEdition.Confirmation;
import org.ncsoversight.criteria.standard.importing.ImportEdition.Result;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Voice;
import org.ncsoversight.criteria.standard.model.drafting.ImportedEdition;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.ncsoversight.criteria.standard.store.ImportStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Importing by program: the file as the body or as a part, then the preview, then a draft. */
@RestController
@RequestMapping("/api/criteria/imports")
class ImportEditionApi {

    record Preview(
            String importId,
            String edition,
            String title,
            @Nullable String basedOn,
            int elements,
            int criteria,
            int links,
            Map<String, List<String>> voicesToConfirm,
            List<Change> changes,
            List<String> leftOut) {}

    record Change(String criterion, String status) {}

    private final ImportEdition importEdition;
    private final ImportStore imports;
    private final EditionStore editions;

    ImportEditionApi(ImportEdition importEdition, ImportStore imports, EditionStore editions) {
        this.importEdition = importEdition;
        this.imports = imports;
        this.editions = editions;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> part(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "false") boolean fewer)
            throws IOException {
        return answer(file.getBytes(), new Command(String.valueOf(file.getOriginalFilename()), edition, fewer));
    }

    @PostMapping
    ResponseEntity<?> body(
            @RequestBody byte[] file,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "false") boolean fewer) {
        return answer(file, new Command("body", edition, fewer));
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(@PathVariable String id) {
        return imports.find(id)
                .<ResponseEntity<?>>map(imported -> ResponseEntity.ok(preview(imported)))
                .orElseGet(() -> Problem.notFound("import " + id).answer());
    }

    @PostMapping("/{id}/confirmation")
    ResponseEntity<?> confirm(@PathVariable String id) {
        return switch (importEdition.confirm(id)) {
            case Confirmation.Drafted(var draft) ->
                ResponseEntity.created(
                                URI.create("/api/criteria/drafts/" + draft.id().value()))
                        .build();
            case Confirmation.NotFound _ -> Problem.notFound("import " + id).answer();
            case Confirmation.DraftExists(EditionId edition) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "draft-exists",
                                "There is a draft of " + edition.value() + " already; discard it first")
                        .answer();
        };
    }

    private ResponseEntity<?> answer(byte[] file, Command command) {
        return switch (importEdition.read(file, command)) {
            case Result.Read(var imported) ->
                ResponseEntity.created(URI.create("/api/criteria/imports/" + imported.id()))
                        .body(preview(imported));
            case Result.Invalid(var problems) -> Problem.invalid(problems).answer();
            case Result.Damaged(int line, String code, String message) -> Problems.damaged(line, code, message);
        };
    }

    private Preview preview(ImportedEdition imported) {
        Contents contents = imported.edition().contents();
        var voices = new TreeMap<String, List<String>>();
        contents.criteria().stream()
                .filter(criterion -> imported.voicesToConfirm().contains(criterion.code()))
                .forEach(criterion -> voices.put(
                        criterion.code().value(),
                        criterion.voices().stream().map(Voice::code).toList()));
        List<Change> changes = imported.basedOn()
                .flatMap(editions::find)
                .map(base -> Comparison.of(base, imported.edition()))
                .map(comparison -> comparison.changed().stream()
                        .map(change -> new Change(
                                change.code().value(), change.status().code()))
                        .toList())
                .orElse(List.of());
        return new Preview(
                imported.id(),
                imported.edition().id().value(),
                contents.title(),
                imported.basedOn().map(EditionId::value).orElse(null),
                contents.elements().size(),
                contents.criteria().size(),
                contents.links().size(),
                voices,
                changes,
                imported.leftOut());
    }
}
