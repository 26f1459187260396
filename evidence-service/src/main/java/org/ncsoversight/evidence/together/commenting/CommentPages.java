package org.ncsoversight.evidence.together.commenting;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.together.model.Comment;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Commenting for people: the form stands on the item's page, and comes back alone when something is wrong. */
@Controller
class CommentPages {

    private static final String PATH = "/evidence/{id}/comments";

    /** The form as it was sent. */
    record Typed(String text, boolean internal) {

        static final Typed NOTHING = new Typed("", false);
    }

    private final CommentEvidence comment;
    private final CommentsSection section;
    private final EvidenceStore evidence;

    CommentPages(CommentEvidence comment, CommentsSection section, EvidenceStore evidence) {
        this.comment = comment;
        this.section = section;
        this.evidence = evidence;
    }

    @GetMapping(PATH)
    ModelAndView all(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID said,
            @RequestParam(required = false) @Nullable String after) {
        var page = page(caller, id, Typed.NOTHING, Cursor.read(after), List.of());
        return page.addObject("unknown", said == null ? List.of() : comment.unknownIn(find(caller, id, said)));
    }

    @PostMapping(PATH)
    Object say(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(name = "comment", required = false) @Nullable UUID wanted,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean internal) {
        UUID commentId = wanted == null ? UUID.randomUUID() : wanted;
        var command = new CommentEvidence.Command(commentId, new EvidenceId(id), text, internal, caller);
        return switch (comment.say(command)) {
            case CommentEvidence.Result.Kept(var kept) -> keptOf(kept);
            case CommentEvidence.Result.Invalid(var errors) ->
                page(caller, id, new Typed(text, internal), null, errors);
            case CommentEvidence.Result.IdTaken _ ->
                page(caller, id, new Typed(text, internal), null, List.of(again()));
            case CommentEvidence.Result.NotToBeEdited _ ->
                page(caller, id, new Typed(text, internal), null, List.of(again()));
            case CommentEvidence.Result.ChangedMeanwhile _ ->
                page(caller, id, new Typed(text, internal), null, List.of(again()));
            case CommentEvidence.Result.NotFound() -> throw Problem.notFound(id.toString());
        };
    }

    @GetMapping(PATH + "/{comment}/edit")
    ModelAndView form(Caller caller, @PathVariable UUID id, @PathVariable("comment") UUID commentId) {
        Comment found = find(caller, id, commentId);
        return form(found, found.text(), List.of(), HttpStatus.OK);
    }

    @PostMapping(PATH + "/{comment}/edit")
    Object reword(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable("comment") UUID commentId,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String text) {
        find(caller, id, commentId);
        return switch (comment.reword(commentId, version, text, caller)) {
            case CommentEvidence.Result.Kept(var kept) -> keptOf(kept);
            case CommentEvidence.Result.Invalid(var errors) ->
                form(find(caller, id, commentId), text, errors, HttpStatus.UNPROCESSABLE_CONTENT);
            case CommentEvidence.Result.NotToBeEdited(var now) ->
                form(now, text, List.of(tooLate()), HttpStatus.CONFLICT);
            case CommentEvidence.Result.ChangedMeanwhile(var now) ->
                form(now, text, List.of(changed()), HttpStatus.CONFLICT);
            case CommentEvidence.Result.NotFound() -> throw Problem.notFound(id.toString());
            case CommentEvidence.Result.IdTaken _ -> throw Problem.notFound(id.toString());
        };
    }

    @PostMapping(PATH + "/{comment}/{move:resolution|reopening}")
    ResponseEntity<Void> settle(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable("comment") UUID commentId,
            @PathVariable("move") String move) {
        var found = find(caller, id, commentId);
        comment.settle(commentId, move.equals("resolution"), caller); // Losing to another who settles it is the same.
        return backTo(found);
    }

    private Comment find(Caller caller, UUID id, UUID commentId) {
        return comment.find(commentId, caller)
                .filter(found -> found.item().value().equals(id))
                .orElseThrow(() -> Problem.notFound(id.toString()));
    }

    private ModelAndView page(Caller caller, UUID id, Typed typed, @Nullable String after, List<FieldError> errors) {
        var item =
                evidence.find(new EvidenceId(id), caller.visible()).orElseThrow(() -> Problem.notFound(id.toString()));
        var page = new ModelAndView("together/commenting/all-comments");
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("evidence", item);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("model", section.model(item, caller, typed, after, errors));
        return page;
    }

    private static ModelAndView form(Comment comment, String typed, List<FieldError> errors, HttpStatus status) {
        var page = new ModelAndView("together/commenting/edit-comment");
        page.setStatus(status);
        page.addObject("comment", comment);
        page.addObject("typed", typed);
        page.addObject("errors", new FieldErrors(errors));
        return page;
    }

    private static FieldError again() {
        return new FieldError("text", "id-taken", "This form was sent before with another comment. Send it again");
    }

    private static FieldError tooLate() {
        return new FieldError("text", "not-to-be-edited", "A comment can be changed by its writer, for 15 minutes");
    }

    private static FieldError changed() {
        return new FieldError(
                "text", "changed-meanwhile", "This comment changed meanwhile. Compare it with what you typed and save");
    }

    /** To the item, or first to the page that says whom nobody here knows. */
    private ResponseEntity<Void> keptOf(Comment kept) {
        return comment.unknownIn(kept).isEmpty()
                ? backTo(kept)
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/evidence/" + kept.item() + "/comments?said=" + kept.id()))
                        .build();
    }

    private static ResponseEntity<Void> backTo(Comment comment) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/evidence/" + comment.item() + "#comment-" + comment.id()))
                .build();
    }
}
