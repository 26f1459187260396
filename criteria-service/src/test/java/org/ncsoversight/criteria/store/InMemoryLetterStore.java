package org.ncsoversight.criteria.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.Letter.State;
import org.ncsoversight.criteria.deadletters.model.LetterGroup;
import org.ncsoversight.criteria.deadletters.model.Original;
import org.ncsoversight.criteria.deadletters.store.LetterStore;

/** Letters in memory; counts are taken when they are asked for. */
public final class InMemoryLetterStore implements LetterStore {

    private static final Comparator<Letter> NEWEST_LAST = Comparator.comparing(letter -> letter.sortKey());

    private final Map<String, Letter> letters = new TreeMap<>();
    private final Map<String, Original> originals = new TreeMap<>();
    private final Map<String, LetterGroup> groups = new TreeMap<>();

    @Override
    public synchronized boolean keep(Letter letter, Original original) {
        if (letters.putIfAbsent(letter.id(), letter) != null) {
            return false;
        }
        originals.put(letter.id(), original);
        groups.merge(
                letter.kind().group(),
                new LetterGroup(
                        letter.kind().group(),
                        letter.kind(),
                        new LetterGroup.Counts(0, 0, 0, 0),
                        letter.at(),
                        letter.at(),
                        Optional.empty()),
                (before, one) -> new LetterGroup(
                        before.id(),
                        before.kind(),
                        before.counts(),
                        before.first().isBefore(one.first()) ? before.first() : one.first(),
                        before.last().isAfter(one.last()) ? before.last() : one.last(),
                        before.work()));
        return true;
    }

    @Override
    public synchronized Optional<Letter> find(String id) {
        return Optional.ofNullable(letters.get(id));
    }

    @Override
    public synchronized Optional<Original> original(String id) {
        return Optional.ofNullable(originals.get(id));
    }

    @Override
    public synchronized List<Letter> list(Query query, int limit) {
        return matching(letter ->
                        query.group().map(letter.kind().group()::equals).orElse(true)
                                && query.state().map(letter.state()::equals).orElse(true)
                                && query.before()
                                        .map(key -> letter.sortKey().compareTo(key) < 0)
                                        .orElse(true))
                .sorted(NEWEST_LAST.reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Letter> open(String group, String after, Instant upTo, int limit) {
        return matching(letter -> letter.kind().group().equals(group)
                        && letter.state() == State.OPEN
                        && letter.sortKey().compareTo(after) > 0
                        && letter.at().toEpochMilli() <= upTo.toEpochMilli())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized boolean change(Letter before, Letter after) {
        Letter known = letters.get(before.id());
        if (known == null || known.version() != before.version()) {
            return false;
        }
        letters.put(before.id(), after);
        return true;
    }

    @Override
    public synchronized List<LetterGroup> groups() {
        return groups.values().stream().map(this::counted).toList();
    }

    @Override
    public synchronized Optional<LetterGroup> group(String id) {
        return Optional.ofNullable(groups.get(id)).map(this::counted);
    }

    @Override
    public synchronized boolean begin(String group, LetterGroup.Work work) {
        LetterGroup known = groups.get(group);
        if (known == null
                || known.work().filter(before -> before.ended().isEmpty()).isPresent()) {
            return false;
        }
        groups.put(group, with(known, work));
        return true;
    }

    @Override
    public synchronized void advance(String group, LetterGroup.Work work) {
        groups.computeIfPresent(
                group,
                (_, known) -> known.work()
                                .filter(before -> before.request().equals(work.request()))
                                .isPresent()
                        ? with(known, work)
                        : known);
    }

    @Override
    public synchronized void tidy(Instant closedBefore, long openKept) {
        matching(letter -> letter.state() != State.OPEN
                        && letter.handling().steps().getLast().at().isBefore(closedBefore))
                .forEach(letter -> letters.remove(letter.id()));
        List<Letter> open = matching(letter -> letter.state() == State.OPEN).toList();
        open.stream().limit(Math.max(0, open.size() - openKept)).forEach(letter -> {
            letters.remove(letter.id());
            groups.computeIfPresent(letter.kind().group(), (_, known) -> dropped(known));
        });
    }

    private Stream<Letter> matching(Predicate<Letter> condition) {
        return List.copyOf(letters.values()).stream().filter(condition).sorted(NEWEST_LAST);
    }

    private LetterGroup counted(LetterGroup group) {
        return new LetterGroup(
                group.id(),
                group.kind(),
                new LetterGroup.Counts(
                        count(group, State.OPEN),
                        count(group, State.REPLAYED),
                        count(group, State.SET_ASIDE),
                        group.counts().dropped()),
                group.first(),
                group.last(),
                group.work());
    }

    private long count(LetterGroup group, State state) {
        return matching(letter -> letter.kind().equals(group.kind()) && letter.state() == state)
                .count();
    }

    private static LetterGroup with(LetterGroup group, LetterGroup.Work work) {
        return new LetterGroup(
                group.id(), group.kind(), group.counts(), group.first(), group.last(), Optional.of(work));
    }

    private static LetterGroup dropped(LetterGroup group) {
        var counts = new LetterGroup.Counts(0, 0, 0, group.counts().dropped() + 1);
        return new LetterGroup(group.id(), group.kind(), counts, group.first(), group.last(), group.work());
    }
}
