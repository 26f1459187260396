package org.ncsoversight.evidence.together.commenting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.together.model.Comment;
import org.ncsoversight.evidence.together.store.CommentStore;
import org.ncsoversight.evidence.together.store.KnownPeople;
import org.springframework.stereotype.Component;

/** Says something about an item, puts it better for a while, and settles it; a repeat changes nothing. */
@Component
public class CommentEvidence {

    /** What somebody says; an internal comment is for the provider's own people. */
    public record Command(UUID id, EvidenceId item, String text, boolean internal, Caller by) {}

    /** Every way it can end. */
    public sealed interface Result {

        record Kept(Comment comment) implements Result {}

        record NotFound() implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        record IdTaken(UUID id) implements Result {}

        /** Only its writer may change it, and only for a while. */
        record NotToBeEdited(Comment comment) implements Result {}

        record ChangedMeanwhile(Comment now) implements Result {}
    }

    private static final int MOST_NAMES_LOOKED_UP = 20;

    private final EvidenceStore evidence;
    private final CommentStore comments;
    private final KnownPeople people;
    private final CommentLimits limits;
    private final Clock clock;

    CommentEvidence(
            EvidenceStore evidence, CommentStore comments, KnownPeople people, CommentLimits limits, Clock clock) {
        this.evidence = evidence;
        this.comments = comments;
        this.people = people;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether this caller is one of the provider's own people, who may talk among themselves. */
    public static boolean isAmongThemselves(Caller caller, ProviderId provider) {
        return caller.person().belongsTo(provider) && caller.may(Capability.DRAFT);
    }

    /** What this caller may read on an item, oldest first. */
    public List<Comment> on(EvidenceId item, @Nullable String after, int limit, Caller caller) {
        return comments.on(item, after, limit, reader(caller));
    }

    public Optional<Comment> find(UUID id, Caller caller) {
        return comments.find(id, caller.visible()).filter(comment -> mayRead(comment, caller));
    }

    /** Names it calls that nobody has who was ever here, so that a slip of the pen is noticed. */
    List<String> unknownIn(Comment comment) {
        return comment.mentions().stream()
                .limit(MOST_NAMES_LOOKED_UP)
                .filter(name -> people.named(name).isEmpty())
                .toList();
    }

    public Result say(Command command) {
        Caller by = command.by();
        var item = evidence.find(command.item(), by.visible());
        if (item.isEmpty()) {
            return new Result.NotFound();
        }
        String text = Text.clean(command.text());
        var errors = errors(text);
        if (command.internal() && !isAmongThemselves(by, item.get().provider())) {
            errors = List.of(new FieldError(
                    "internal", "internal-not-yours", "Only the provider’s own people can comment among themselves"));
        }
        return errors.isEmpty() ? keep(command, item.get(), text) : new Result.Invalid(errors);
    }

    /** Null for any version. */
    public Result reword(UUID id, @Nullable Long version, String typed, Caller by) {
        var found = find(id, by);
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        Comment comment = found.get();
        Instant now = clock.instant();
        String text = Text.clean(typed);
        if (!comment.mayBeEditedBy(by.person(), now)) {
            return new Result.NotToBeEdited(comment);
        }
        if (comment.text().equals(text)) {
            return new Result.Kept(comment);
        }
        if (version != null && version != comment.version()) {
            return new Result.ChangedMeanwhile(comment);
        }
        var errors = errors(text);
        return errors.isEmpty() ? change(comment.reworded(text, now), by) : new Result.Invalid(errors);
    }

    public Result settle(UUID id, boolean resolved, Caller by) {
        var found = find(id, by);
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        Comment comment = found.get();
        if (resolved == (comment.resolved() != null)) {
            return new Result.Kept(comment);
        }
        return change(resolved ? comment.resolved(by.person(), clock.instant()) : comment.reopened(), by);
    }

    private Result keep(Command command, Evidence item, String text) {
        var comment = new Comment(
                command.id(),
                1,
                item.id(),
                item.provider(),
                command.internal(),
                command.by().person(),
                List.of(new Comment.Wording(text, clock.instant())),
                null);
        if (comments.add(comment)) {
            return new Result.Kept(comment);
        }
        return find(command.id(), command.by())
                .filter(earlier -> isRepeat(comment, earlier))
                .<Result>map(Result.Kept::new)
                .orElseGet(() -> new Result.IdTaken(command.id()));
    }

    private Result change(Comment changed, Caller by) {
        if (comments.change(changed)) {
            return new Result.Kept(changed);
        }
        return find(changed.id(), by).<Result>map(Result.ChangedMeanwhile::new).orElseGet(Result.NotFound::new);
    }

    private List<FieldError> errors(String text) {
        int limit = limits.textLengthInCharacters();
        if (text.isEmpty()) {
            return List.of(new FieldError("text", "text-missing", "Enter a comment"));
        }
        return text.codePointCount(0, text.length()) > limit
                ? List.of(new FieldError(
                        "text", "text-too-long", "Comment must be %,d characters or less".formatted(limit)))
                : List.of();
    }

    private static CommentStore.Reader reader(Caller caller) {
        var among = caller.may(Capability.DRAFT) ? caller.person().organisation() : null;
        return new CommentStore.Reader(caller.visible(), among);
    }

    private static boolean isRepeat(Comment now, Comment earlier) {
        return earlier.item().equals(now.item())
                && earlier.by().is(now.by())
                && earlier.internal() == now.internal()
                && earlier.wordings().getFirst().text().equals(now.text());
    }

    private static boolean mayRead(Comment comment, Caller caller) {
        return !comment.internal() || isAmongThemselves(caller, comment.provider());
    }
}
