package org.ncsoversight.evidence.planning.threading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.model.GoldenThread;
import org.ncsoversight.evidence.planning.model.ThreadState;
import org.ncsoversight.evidence.planning.store.ThreadStore;
import org.ncsoversight.evidence.registers.model.Registers;
import org.ncsoversight.evidence.registers.model.Row;
import org.ncsoversight.evidence.registers.store.RegisterStore;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.spreadsheet.WholeList;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.stereotype.Component;

/** Threads with how they stand today, and the aims that no thread stands for. */
@Component
class ViewThreads {

    private static final int AT_A_TIME = 50;

    /** Some threads, by provider, and the list key to go on after while there are more. */
    record Page(List<ThreadView> views, Optional<String> next) {}

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
        return threads.find(id, visible)
                .map(thread -> views(List.of(thread), "", visible).getFirst());
    }

    /** All of one provider; those first that need something done. */
    List<ThreadView> list(ProviderId provider, String standing, VisibleProviders visible) {
        return views(threads.of(provider, visible), standing, visible).stream()
                .sorted(Comparator.comparingInt(ThreadView::urgency))
                .toList();
    }

    /** All of one provider, or some of every provider that is visible. */
    Page page(Optional<ProviderId> whose, String standing, @Nullable String after, VisibleProviders visible) {
        return whose.map(one -> new Page(list(one, standing, visible), Optional.empty()))
                .orElseGet(() -> page(standing, after, visible));
    }

    /** Of every provider that is visible. How threads stand is not kept, so it is read on until some are found. */
    Page page(String standing, @Nullable String after, VisibleProviders visible) {
        var views = new ArrayList<ThreadView>();
        Optional<String> next = Optional.ofNullable(after);
        do {
            var read = threads.list(next.orElse(null), AT_A_TIME, visible);
            views.addAll(views(read.threads(), standing, visible));
            next = read.next();
        } while (next.isPresent() && views.size() < AT_A_TIME);
        return new Page(List.copyOf(views), next);
    }

    /** The same, whole. */
    Iterable<ThreadView> all(String standing, VisibleProviders visible) {
        return new WholeList<>(after -> {
            var page = page(standing, after, visible);
            return new WholeList.Page<>(page.views(), page.next());
        });
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

    /** Items, names and each provider's aims are read once for all of them. */
    private List<ThreadView> views(List<GoldenThread> some, String standing, VisibleProviders visible) {
        var items = threads.itemsOn(some);
        var names = providers.namesOf(
                some.stream().map(GoldenThread::provider).distinct().toList());
        Map<ProviderId, Map<UUID, Row>> aims = new HashMap<>();
        return some.stream()
                .map(thread -> new ThreadView(
                        thread,
                        ThreadState.of(thread, items.getOrDefault(thread.id(), List.of()), days.today()),
                        aim(thread, aims.computeIfAbsent(thread.provider(), provider -> byId(provider, visible))),
                        names.getOrDefault(thread.provider(), "UKPRN " + thread.provider())))
                .filter(view -> standing.isEmpty() || view.standing().equals(standing))
                .toList();
    }

    private Map<UUID, Row> byId(ProviderId provider, VisibleProviders visible) {
        return aims(provider, visible).stream().collect(Collectors.toMap(Row::id, Function.identity()));
    }

    private static @Nullable String aim(GoldenThread thread, Map<UUID, Row> aims) {
        return Optional.ofNullable(thread.naming().aim())
                .map(aims::get)
                .map(row -> row.cells().text("aim"))
                .orElse(null);
    }
}
