package org.ncsoversight.evidence.planning.threading;

import java.time.Clock;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.model.GoldenThread;
import org.ncsoversight.evidence.planning.store.ThreadStore;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Creates, renames, closes and reopens the own organisation's threads, and hangs its items on them. */
@Component
public class KeepThreads {

    private static final Logger log = LoggerFactory.getLogger(KeepThreads.class);
    private static final int ATTEMPTS = 5;

    /** Whose threads, and who changes them. */
    public record Keeper(ProviderId provider, Person by, VisibleProviders visible) {}

    /** Every way a change can end; what already is so counts as kept. */
    public sealed interface Result {

        record Kept(GoldenThread thread, boolean changed) implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        record NotFound() implements Result {}

        record ChangedMeanwhile(GoldenThread now) implements Result {}

        record IdTaken() implements Result {}
    }

    private final ThreadStore store;
    private final EvidenceStore items;
    private final RefreshThreads refreshThreads;
    private final ThreadRules rules;
    private final Clock clock;

    KeepThreads(ThreadStore store, EvidenceStore items, RefreshThreads refreshThreads, ThreadRules rules, Clock clock) {
        this.store = store;
        this.items = items;
        this.refreshThreads = refreshThreads;
        this.rules = rules;
        this.clock = clock;
    }

    /** Under an id of the keeper's choice, so that sending it twice creates one. */
    public Result create(Keeper keeper, UUID id, ThreadRules.Proposal proposal) {
        return switch (rules.read(keeper, proposal)) {
            case ThreadRules.Reading.Bad(var errors) -> new Result.Invalid(errors);
            case ThreadRules.Reading.Good(var path, var naming) -> {
                var created = GoldenThread.create(
                        id, keeper.provider(), path, naming, keeper.by(), clock.instant(), UUID.randomUUID());
                if (store.add(created)) {
                    log.atInfo().addKeyValue("threadId", id).log("Thread created");
                    yield new Result.Kept(created.thread(), true);
                }
                yield store.find(id, keeper.visible())
                        .filter(known ->
                                known.path().equals(path) && known.naming().equals(naming))
                        .<Result>map(known -> new Result.Kept(known, false))
                        .orElseGet(Result.IdTaken::new);
            }
        };
    }

    public Result rename(Keeper keeper, UUID id, @Nullable Long seenVersion, ThreadRules.Proposal proposal) {
        return switch (rules.readNaming(keeper, proposal)) {
            case ThreadRules.NamingReading.Bad(var errors) -> new Result.Invalid(errors);
            case ThreadRules.NamingReading.Good(var naming) ->
                change(
                        keeper,
                        id,
                        seenVersion,
                        thread -> thread.naming().equals(naming)
                                ? null
                                : thread.renamed(naming, keeper.by(), clock.instant(), UUID.randomUUID()));
        };
    }

    public Result setOpen(Keeper keeper, UUID id, @Nullable Long seenVersion, boolean open) {
        return change(keeper, id, seenVersion, thread -> {
            if (thread.open() == open) {
                return null;
            }
            return open
                    ? thread.reopened(keeper.by(), clock.instant(), UUID.randomUUID())
                    : thread.closed(keeper.by(), clock.instant(), UUID.randomUUID());
        });
    }

    /** Hangs an item on the thread, or takes it off; it is the item that says where it hangs. */
    public Result hang(Keeper keeper, UUID id, EvidenceId item, boolean on) {
        var thread = store.find(id, keeper.visible());
        if (thread.isEmpty() || !thread.get().provider().equals(keeper.provider())) {
            return new Result.NotFound();
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var found = items.find(item, keeper.visible())
                    .filter(known -> known.provider().equals(keeper.provider()));
            if (found.isEmpty()) {
                return new Result.NotFound();
            }
            var threads = new TreeSet<>(found.get().content().threads());
            boolean already = on ? !threads.add(id) : !threads.remove(id);
            if (already || items.change(arranged(found.get(), threads, keeper.by()))) {
                var now = store.find(id, keeper.visible()).orElseThrow();
                return new Result.Kept(refreshThreads.refresh(now, keeper.by()), !already);
            }
        }
        throw new IllegalStateException("too many change item " + item + " at once");
    }

    private EvidenceEvent arranged(Evidence item, SortedSet<UUID> threads, Person by) {
        @Nullable String owner = item.content().owner();
        return item.arrange(
                owner == null ? item.submitted().by().username() : owner,
                threads,
                null,
                by,
                clock.instant(),
                UUID.randomUUID());
    }

    private Result change(
            Keeper keeper,
            UUID id,
            @Nullable Long seenVersion,
            Function<GoldenThread, GoldenThread.@Nullable Changed> decide) {
        var found = store.find(id, keeper.visible())
                .filter(thread -> thread.provider().equals(keeper.provider()));
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        GoldenThread.@Nullable Changed changed = decide.apply(found.get());
        if (changed == null) {
            return new Result.Kept(found.get(), false);
        }
        if (seenVersion != null && seenVersion != found.get().version()) {
            return new Result.ChangedMeanwhile(found.get());
        }
        return store.change(changed)
                ? new Result.Kept(changed.thread(), true)
                : new Result.ChangedMeanwhile(store.find(id, keeper.visible()).orElseThrow());
    }
}
