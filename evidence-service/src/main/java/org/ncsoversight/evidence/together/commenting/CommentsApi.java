package org.ncsoversight.evidence.together.commenting;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.repeating.Repeats;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.together.model.Comment;
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

/** Comments for programs. */
@RestController
class CommentsApi {

    private static final String PATH = "/api/evidence/comments";
    private static final int LONGEST_PAGE = 200;

    /** What somebody says; an id of their own makes a repeat safe. */
    record Input(
            @Nullable UUID comment,
            @Nullable UUID item,
            @Nullable String text,
            @Nullable Boolean internal) {}

    /** Some comments on an item, oldest first, and the cursor for the next ones while there are any. */
    record Comments(List<CommentBody> comments, @Nullable String next) {}

    private final CommentEvidence comment;

    CommentsApi(CommentEvidence comment) {
        this.comment = comment;
    }

    @GetMapping(PATH)
    Comments list(
            Caller caller,
            @RequestParam UUID item,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid(List.of(
                    new FieldError("limit", "limit-out-of-range", "Limit must be between 1 and " + LONGEST_PAGE)));
        }
        var found = comment.on(new EvidenceId(item), Cursor.read(after), limit, caller);
        return new Comments(
                found.stream().map(CommentBody::of).toList(),
                found.size() < limit ? null : Cursor.write(found.getLast().listKey()));
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<CommentBody> one(Caller caller, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), comment.find(id, caller).orElseThrow(() -> notFound(id)));
    }

    @PostMapping(PATH)
    ResponseEntity<CommentBody> say(Caller caller, HttpServletRequest request, @RequestBody Input input) {
        if (input.item() == null) {
            throw Problem.invalid(List.of(new FieldError("item", "item-missing", "Say which item it is about")));
        }
        var id = Repeats.idOr(input.comment(), request);
        var command = new CommentEvidence.Command(
                id,
                new EvidenceId(input.item()),
                Objects.requireNonNullElse(input.text(), ""),
                Boolean.TRUE.equals(input.internal()),
                caller);
        return answer(comment.say(command), input.item(), null, ResponseEntity.created(URI.create(PATH + "/" + id)));
    }

    @PutMapping(PATH + "/{id}")
    ResponseEntity<CommentBody> reword(
            Caller caller,
            @PathVariable UUID id,
            @RequestBody Input input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var result = comment.reword(id, IfMatch.version(ifMatch), Objects.requireNonNullElse(input.text(), ""), caller);
        return answer(result, id, ifMatch, ResponseEntity.ok());
    }

    @PostMapping(PATH + "/{id}/resolution")
    ResponseEntity<CommentBody> resolve(Caller caller, @PathVariable UUID id) {
        return answer(comment.settle(id, true, caller), id, null, ResponseEntity.ok());
    }

    @PostMapping(PATH + "/{id}/reopening")
    ResponseEntity<CommentBody> reopen(Caller caller, @PathVariable UUID id) {
        return answer(comment.settle(id, false, caller), id, null, ResponseEntity.ok());
    }

    private ResponseEntity<CommentBody> answer(
            CommentEvidence.Result result, UUID id, @Nullable String ifMatch, ResponseEntity.BodyBuilder kept) {
        return switch (result) {
            case CommentEvidence.Result.Kept(var said) -> answer(kept, said);
            case CommentEvidence.Result.NotFound() -> throw notFound(id);
            case CommentEvidence.Result.Invalid(var errors) -> throw Problem.invalid(errors);
            case CommentEvidence.Result.IdTaken _ ->
                throw Problem.of(HttpStatus.CONFLICT, "id-taken", "Another comment has this id");
            case CommentEvidence.Result.NotToBeEdited _ ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "not-to-be-edited",
                        "A comment can be changed by its writer, for 15 minutes");
            case CommentEvidence.Result.ChangedMeanwhile(var now) ->
                throw Problem.of(
                        IfMatch.statusWhenStale(ifMatch),
                        "changed-meanwhile",
                        "The comment has changed since; it is at version " + now.version());
        };
    }

    private ResponseEntity<CommentBody> answer(ResponseEntity.BodyBuilder answer, Comment said) {
        return answer.eTag(Long.toString(said.version())).body(CommentBody.of(said, comment.unknownIn(said)));
    }

    private static Problem notFound(UUID id) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no " + id);
    }
}
