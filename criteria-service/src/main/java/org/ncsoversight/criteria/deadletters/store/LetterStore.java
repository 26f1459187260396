package org.ncsoversight.criteria.deadletters.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.LetterGroup;
import org.ncsoversight.criteria.deadletters.model.Original;

/** Dead letters, each with the record it is about, and how many there are of each kind. */
public interface LetterStore {

    /** Which letters to list; empty is any. */
    record Query(Optional<String> group, Optional<Letter.State> state, Optional<String> before) {}

    /** Keeps a letter unless it is known; answers whether it was new. */
    boolean keep(Letter letter, Original original);

    Optional<Letter> find(String id);

    Optional<Original> original(String id);

    /** Newest first; before the sort key. */
    List<Letter> list(Query query, int limit);

    /** Of a group, oldest first: those after the sort key that were there at that moment. */
    List<Letter> open(String group, String after, Instant upTo, int limit);

    /** Replaces the version before; answers whether that was still the one kept. */
    boolean change(Letter before, Letter after);

    List<LetterGroup> groups();

    Optional<LetterGroup> group(String id);

    /** Begins work on a group, unless there is some under way. */
    boolean begin(String group, LetterGroup.Work work);

    /** Says how far the work of that request is. */
    void advance(String group, LetterGroup.Work work);

    /** Removes what was closed before then and the oldest open ones beyond the limit, and counts anew what is left. */
    void tidy(Instant closedBefore, long openKept);
}
