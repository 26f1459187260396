package org.ncsoversight.evidence.threading;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.register.Registers;
import org.ncsoversight.evidence.model.register.Row;
import org.ncsoversight.evidence.model.thread.GoldenThread;
import org.ncsoversight.evidence.model.thread.ThreadState;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.evidence.store.RegisterStore;
import org.ncsoversight.evidence.store.ThreadStore;
import org.springframework.stereotype.Component;

/** Threads with how they stand today, and the aims that no thread stands for. */
@Component
class ViewThreads {

    private static final int MOST = 2000;

    private final ThreadStore threads;
    private final RegisterStore registers;
    private final KnownProviders providers;
    private final EditionInForce days;

    ViewThreads(ThreadStore threads, RegisterStore registers, KnownProviders providers, EditionInForce days) {
        this.threads = threads;
        this.registers = registers;
        this.providers = providers;
        this.days = days;
    }

    Optional<ThreadView> one(UUID id, VisibleProviders visible) {
        return threads.find(id, visible).map(thread -> view(thread, visible));
    }

    /** Of one provider, or of all that are visible; those first that need something done. */
    List<ThreadView> list(Optional<ProviderId> provider, String standing, VisibleProviders visible) {
        return provider.map(whose -> threads.of(whose, visible)).orElseGet(() -> threads.all(visible, MOST)).stream()
                .map(thread -> view(thread, visible))
                .filter(view -> standing.isEmpty() || view.standing().equals(standing))
                .sorted(Comparator.comparingInt(ThreadView::urgency))
                .toList();
    }

    /** What the provider set out to do and no open thread follows. */
    List<Row> aimsWithoutThread(ProviderId provider, VisibleProviders visible) {
        var followed = new HashSet<UUID>();
        threads.of(provider, visible).stream()
                .filter(GoldenThread::open)
                .map(thread -> thread.naming().aim())
                .filter(Objects::nonNull)
                .forEach(followed::add);
        return aims(provider, visible).stream()
                .filter(aim -> !followed.contains(aim.id()))
                .toList();
    }

    List<Row> aims(ProviderId provider, VisibleProviders visible) {
        return registers.table(provider, Registers.AIMS, visible).standing();
    }

    private ThreadView view(GoldenThread thread, VisibleProviders visible) {
        var aim = Optional.ofNullable(thread.naming().aim())
                .flatMap(id -> registers
                        .table(thread.provider(), Registers.AIMS, visible)
                        .find(id))
                .filter(row -> !row.removed())
                .map(row -> row.cells().text("aim"));
        return new ThreadView(
                thread,
                ThreadState.of(thread, threads.itemsOn(thread), days.today()),
                aim.orElse(null),
                providers.nameOf(thread.provider()));
    }
}
