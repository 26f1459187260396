package org.ncsoversight.evidence.items.drafting;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.intake.Note;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.stereotype.Component;

/** Keeps what somebody of a provider prepares; whoever comes second is told, unless the first was they themselves. */
@Component
public class DraftEvidence {

    /** Every way a change to a draft can end. */
    public sealed interface Result {

        record Kept(Draft draft) implements Result {}

        record NotFound() implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        record ChangedMeanwhile(Draft now) implements Result {}

        /** The item of that id is past preparing, or somebody else's. */
        record IdTaken(EvidenceId id) implements Result {}

        record NotNow(Evidence item) implements Result {}
    }

    /** The version somebody looked at; people may overtake themselves, programs may not. */
    public record Seen(@Nullable Long version, boolean mayOvertakeThemselves) {

        public static Seen byPerson(long version) {
            return new Seen(version, true);
        }

        static Seen byProgram(@Nullable Long version) {
            return new Seen(version, false);
        }
    }

    private final DraftStore drafts;
    private final EvidenceStore store;
    private final Clock clock;

    DraftEvidence(DraftStore drafts, EvidenceStore store, Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.clock = clock;
    }

    /** The same id again answers with the draft as it is by now. */
    public Result start(EvidenceId id, Proposal proposal, Caller caller) {
        if (store.isTaken(id)) {
            return new Result.IdTaken(id);
        }
        var draft = Draft.start(id, caller.organisation().orElseThrow(), proposal, caller.person(), clock.instant());
        return add(draft, caller);
    }

    private Result add(Draft draft, Caller caller) {
        if (drafts.add(draft)) {
            return new Result.Kept(draft);
        }
        return drafts.find(draft.id(), caller.own())
                .<Result>map(Result.Kept::new)
                .orElseGet(() -> new Result.IdTaken(draft.id()));
    }

    /** A working draft of the next revision; one that is open already is gone on with. */
    public Result revise(EvidenceId id, Caller caller) {
        var item = store.find(id, caller.own());
        if (item.isEmpty()) {
            return new Result.NotFound();
        }
        var open = drafts.find(id, caller.own());
        if (open.isPresent()) {
            return new Result.Kept(open.get());
        }
        if (!item.get().state().canBeRevised()) {
            return new Result.NotNow(item.get());
        }
        return add(Draft.of(item.get(), caller.person(), clock.instant()), caller);
    }

    public Result save(EvidenceId id, Seen seen, UnaryOperator<Proposal> change, Caller caller) {
        return change(
                id,
                seen,
                draft -> draft.saying(
                        following(draft, change.apply(draft.proposal()), caller), caller.person(), clock.instant()),
                caller);
    }

    /** An owner or threads that the item has anyway are left out, so that a revision goes on following the item. */
    private Proposal following(Draft draft, Proposal typed, Caller caller) {
        if (!draft.isRevision()) {
            return typed;
        }
        Proposal item = store.find(draft.id(), caller.own()).map(Proposal::of).orElse(Proposal.EMPTY);
        Proposal left = typed;
        for (Field field : List.of(Field.OWNER, Field.THREADS)) {
            if (Set.copyOf(typed.all(field)).equals(Set.copyOf(item.all(field)))) {
                left = left.with(field, List.of());
            }
        }
        return left;
    }

    /** Leaves it to somebody who may submit, with a note if one was written. */
    public Result handOver(EvidenceId id, Seen seen, String note, Caller caller) {
        var tooLong = Note.errors("note", note);
        if (!tooLong.isEmpty()) {
            return new Result.Invalid(tooLong);
        }
        String text = Text.clean(note);
        return change(
                id,
                seen,
                draft -> draft.handOver(text.isEmpty() ? null : text, caller.person(), clock.instant()),
                caller);
    }

    private Result change(EvidenceId id, Seen seen, UnaryOperator<Draft> change, Caller caller) {
        Optional<Draft> found = drafts.find(id, caller.own());
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        Draft draft = found.get();
        if (isStale(draft, seen, caller)) {
            return new Result.ChangedMeanwhile(draft);
        }
        Draft changed = change.apply(draft);
        if (!drafts.save(changed)) {
            return drafts.find(id, caller.own())
                    .<Result>map(Result.ChangedMeanwhile::new)
                    .orElseGet(Result.NotFound::new);
        }
        return new Result.Kept(changed);
    }

    private static boolean isStale(Draft draft, Seen seen, Caller caller) {
        return seen.version() != null
                && seen.version() != draft.version()
                && !(seen.mayOvertakeThemselves() && draft.savedBy().is(caller.person()));
    }
}
