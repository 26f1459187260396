package org.ncsoversight.evidence.planning.model;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.model.CriterionCode;

/** How a thread stands on a day: whole, or broken and where; the same items and day always give the same answer. */
public record ThreadState(List<Link> links) {

    /** How one criterion of a thread stands. */
    public enum Hold {
        /** An accepted, current item for this criterion hangs on the thread. */
        WHOLE,
        /** An item for it waits for its review. */
        WAITING,
        /** An item for it was accepted and is no longer current. */
        LAPSED,
        /** Nothing that holds, whatever else hangs there. */
        NOTHING
    }

    /** One criterion with the items on the thread that are for it. */
    public record Link(CriterionCode criterion, Hold hold, List<Evidence> items) {

        public Link {
            items = List.copyOf(items);
        }
    }

    public ThreadState {
        links = List.copyOf(links);
    }

    /** Items that do not hang on the thread, or are for other criteria, change nothing. */
    public static ThreadState of(GoldenThread thread, Collection<Evidence> items, LocalDate today) {
        return new ThreadState(thread.path().criteria().stream()
                .map(criterion -> {
                    var there = items.stream()
                            .filter(item -> thread.evidence().contains(item.id().value()))
                            .filter(item -> isFor(item, thread.path().edition(), criterion))
                            .toList();
                    return new Link(criterion, hold(there, today), there);
                })
                .toList());
    }

    public boolean isWhole() {
        return broken().isEmpty();
    }

    /** The criteria at which it is broken, in the order of the thread. */
    public List<CriterionCode> broken() {
        return links.stream()
                .filter(link -> link.hold() != Hold.WHOLE)
                .map(Link::criterion)
                .toList();
    }

    private static boolean isFor(Evidence item, String edition, CriterionCode criterion) {
        return item.content().references().stream()
                .anyMatch(reference ->
                        reference.edition().equals(edition) && reference.code().equals(criterion));
    }

    private static Hold hold(List<Evidence> items, LocalDate today) {
        return items.stream()
                .map(item -> hold(item, today))
                .min(Hold::compareTo)
                .orElse(Hold.NOTHING);
    }

    private static Hold hold(Evidence item, LocalDate today) {
        boolean current = !item.content().reviewDate().isBefore(today);
        return switch (item.state()) {
            case ACCEPTED -> current ? Hold.WHOLE : Hold.LAPSED;
            case SUBMITTED, IN_REVIEW -> current ? Hold.WAITING : Hold.LAPSED;
            case EXPIRED -> Hold.LAPSED;
            case DRAFT, RETURNED, WITHDRAWN, SUPERSEDED -> Hold.NOTHING;
        };
    }
}
