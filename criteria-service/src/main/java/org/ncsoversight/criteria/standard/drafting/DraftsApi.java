package org.ncsoversight.criteria.standard.drafting;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Versions;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.standard.drafting.PrepareDraft.Result;
import org.ncsoversight.criteria.standard.exchange.EditionFormat;
import org.ncsoversight.criteria.standard.guidance.DamagedFile;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.drafting.Draft;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;
import org.ncsoversight.criteria.standard.store.DraftStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Drafts as the JSON in which editions are exported. */
@RestController
@RequestMapping("/api/criteria/drafts")
class DraftsApi {

    record Drafts(List<Entry> items, @Nullable String next) {}

    record Entry(
            String edition,
            long version,
            String title,
            @Nullable String basedOn,
            List<String> voicesToConfirm) {

        static Entry of(Draft draft) {
            return new Entry(
                    draft.id().value(),
                    draft.version(),
                    draft.contents().title(),
                    draft.basedOn().map(EditionId::value).orElse(null),
                    draft.voicesToConfirm().stream()
                            .sorted()
                            .map(CriterionCode::value)
                            .toList());
        }
    }

    record Copy(@Nullable String edition) {}

    private final DraftStore drafts;
    private final PrepareDraft prepareDraft;

    DraftsApi(DraftStore drafts, PrepareDraft prepareDraft) {
        this.drafts = drafts;
        this.prepareDraft = prepareDraft;
    }

    @GetMapping
    Drafts all() {
        return new Drafts(drafts.all().stream().map(Entry::of).toList(), null);
    }

    @GetMapping("/{edition:[a-z0-9-]+}")
    ResponseEntity<?> one(@PathVariable String edition) {
        return found(edition).<ResponseEntity<?>>map(DraftsApi::body).orElseGet(() -> missing(edition));
    }

    @PostMapping
    ResponseEntity<?> copy(@RequestBody Copy copy) {
        return answer(prepareDraft.copy(copy.edition() == null ? "" : copy.edition()), "", HttpStatus.CREATED);
    }

    @PutMapping("/{edition:[a-z0-9-]+}")
    ResponseEntity<?> replace(
            @PathVariable String edition,
            @RequestBody byte[] json,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        try {
            PortableEdition told = EditionFormat.JSON.read(json);
            return told.id().value().equals(edition)
                    ? answer(prepareDraft.replace(told, Versions.expected(ifMatch)), edition, HttpStatus.OK)
                    : Problems.damaged(
                            1, "other-edition", "This is edition " + told.id().value());
        } catch (DamagedFile e) {
            return Problems.damaged(e.line(), e.code(), String.valueOf(e.getMessage()));
        }
    }

    /** Makes the draft follow the edition that is the latest now. */
    @PutMapping("/{edition:[a-z0-9-]+}/base")
    ResponseEntity<?> rebase(
            @PathVariable String edition,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return EditionId.parse(edition)
                .<ResponseEntity<?>>map(
                        id -> answer(prepareDraft.rebase(id, Versions.expected(ifMatch)), edition, HttpStatus.OK))
                .orElseGet(() -> missing(edition));
    }

    @DeleteMapping("/{edition:[a-z0-9-]+}")
    ResponseEntity<?> discard(@PathVariable String edition) {
        EditionId.parse(edition).ifPresent(drafts::remove);
        return ResponseEntity.noContent().build();
    }

    private Optional<Draft> found(String edition) {
        return EditionId.parse(edition).flatMap(drafts::find);
    }

    private static ResponseEntity<?> answer(Result result, String edition, HttpStatus saved) {
        return switch (result) {
            case Result.Saved(var draft) ->
                saved == HttpStatus.CREATED
                        ? ResponseEntity.created(URI.create(
                                        "/api/criteria/drafts/" + draft.id().value()))
                                .eTag(Versions.tag(draft.version()))
                                .build()
                        : body(draft);
            case Result.NotFound _ -> missing(edition);
            case Result.Exists _ ->
                Problem.of(HttpStatus.CONFLICT, "draft-exists", "There is a draft of that code already")
                        .answer();
            case Result.Invalid(var problems) -> Problem.invalid(problems).answer();
            case Result.ChangedMeanwhile(var draft) -> Problems.changedMeanwhile(draft.version());
        };
    }

    private static ResponseEntity<Object> body(Draft draft) {
        return ResponseEntity.ok()
                .eTag(Versions.tag(draft.version()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(new String(EditionFormat.JSON.write(draft.edition()), StandardCharsets.UTF_8));
    }

    private static ResponseEntity<Object> missing(String edition) {
        return Problem.notFound("draft " + edition).answer();
    }
}
