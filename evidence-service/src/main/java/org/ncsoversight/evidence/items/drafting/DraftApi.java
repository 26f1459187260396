package org.ncsoversight.evidence.items.drafting;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.drafting.DraftEvidence.Seen;
import org.ncsoversight.evidence.items.intake.ItemBody;
import org.ncsoversight.evidence.items.intake.ItemJson;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.repeating.Repeats;
import org.ncsoversight.evidence.security.Caller;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drafting for programs. */
@RestController
class DraftApi {

    private static final String PATH = "/api/evidence/drafts";
    private static final int LONGEST_PAGE = 200;

    /** Some drafts, latest started first, and the cursor for the next ones while there are any. */
    record Drafts(List<DraftBody> drafts, @Nullable String next) {}

    /** What a lead should know of a draft that is left to them. */
    record Note(@Nullable String note) {}

    private final DraftEvidence draftEvidence;
    private final DraftFiles draftFiles;
    private final DraftStore drafts;
    private final ItemBody itemBody;

    DraftApi(DraftEvidence draftEvidence, DraftFiles draftFiles, DraftStore drafts, ItemBody itemBody) {
        this.draftEvidence = draftEvidence;
        this.draftFiles = draftFiles;
        this.drafts = drafts;
        this.itemBody = itemBody;
    }

    @GetMapping(PATH)
    Drafts list(
            Caller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid(List.of(
                    new FieldError("limit", "limit-out-of-range", "Limit must be between 1 and " + LONGEST_PAGE)));
        }
        var page = drafts.list(Cursor.read(after), limit, caller.own());
        return new Drafts(
                page.drafts().stream().map(DraftBody::of).toList(),
                page.next().map(Cursor::write).orElse(null));
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DraftBody> start(Caller caller, HttpServletRequest request) throws IOException {
        ItemJson item = itemBody.read(request.getInputStream());
        var id = item.evidence() == null
                ? new EvidenceId(Repeats.idOr(null, request))
                : EvidenceId.of(item.evidence())
                        .orElseThrow(() -> Problem.invalid(
                                List.of(new FieldError("evidence", "evidence-not-a-uuid", "The id must be a UUID"))));
        return answer(draftEvidence.start(id, item.proposal(), caller), id, null, HttpStatus.CREATED);
    }

    /** Of the next revision of an item. */
    @PostMapping("/api/evidence/items/{id}/draft")
    ResponseEntity<DraftBody> revise(Caller caller, @PathVariable UUID id) {
        var item = new EvidenceId(id);
        return answer(draftEvidence.revise(item, caller), item, null, HttpStatus.CREATED);
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<DraftBody> one(Caller caller, @PathVariable UUID id) {
        return DraftBody.answer(
                ResponseEntity.ok(),
                drafts.find(new EvidenceId(id), caller.own()).orElseThrow(() -> Problem.notFound(id.toString())));
    }

    /** Replaces all that was typed. */
    @PutMapping(path = PATH + "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DraftBody> save(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws IOException {
        if (ifMatch == null) {
            throw Problem.of(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "if-match-missing",
                    "Say with If-Match which version of the draft you looked at");
        }
        var draft = new EvidenceId(id);
        var seen = Seen.byProgram(IfMatch.version(ifMatch));
        ItemJson item = itemBody.read(request.getInputStream());
        return answer(draftEvidence.save(draft, seen, _ -> item.proposal(), caller), draft, ifMatch, HttpStatus.OK);
    }

    @PostMapping(PATH + "/{id}/handover")
    ResponseEntity<DraftBody> handOver(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Note body) {
        var draft = new EvidenceId(id);
        String note = body == null ? "" : Objects.requireNonNullElse(body.note(), "");
        var seen = Seen.byProgram(IfMatch.version(ifMatch));
        return answer(draftEvidence.handOver(draft, seen, note, caller), draft, ifMatch, HttpStatus.OK);
    }

    @DeleteMapping(PATH + "/{id}")
    ResponseEntity<Void> discard(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var draft = drafts.find(new EvidenceId(id), caller.own()).orElseThrow(() -> Problem.notFound(id.toString()));
        long seen = Objects.requireNonNullElse(IfMatch.version(ifMatch), draft.version());
        if (!draftFiles.discard(draft.id(), seen, caller)) {
            throw Problem.changedMeanwhile(IfMatch.statusWhenStale(ifMatch), draft.id(), draft.version());
        }
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<DraftBody> answer(
            DraftEvidence.Result result, EvidenceId id, @Nullable String ifMatch, HttpStatus kept) {
        return switch (result) {
            case DraftEvidence.Result.Kept(var draft) ->
                DraftBody.answer(ResponseEntity.status(kept).location(URI.create(PATH + "/" + draft.id())), draft);
            case DraftEvidence.Result.NotFound() -> throw Problem.notFound(id.toString());
            case DraftEvidence.Result.Invalid(var errors) -> throw Problem.invalid(errors);
            case DraftEvidence.Result.ChangedMeanwhile(var now) ->
                throw Problem.changedMeanwhile(IfMatch.statusWhenStale(ifMatch), now.id(), now.version());
            case DraftEvidence.Result.IdTaken _ ->
                throw Problem.of(
                        HttpStatus.CONFLICT, "id-taken", "Other evidence was submitted as %s before".formatted(id));
            case DraftEvidence.Result.NotNow(var item) ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "not-revisable",
                        "Evidence %s is %s and takes no new revision now"
                                .formatted(id, item.state().word()));
        };
    }
}
