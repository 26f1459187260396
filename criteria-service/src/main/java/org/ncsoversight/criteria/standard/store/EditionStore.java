package org.ncsoversight.criteria.standard.store;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;

/** Keeps the published editions of the Standard and what they said before; everyone may read them. */
public interface EditionStore {

    Optional<Edition> find(EditionId id);

    /** An edition as it stood at one of its versions. */
    Optional<Edition> find(EditionId id, long version);

    /** Every edition, the one in force longest first. */
    List<Edition> all();

    /** The edition to go by on a day: of two in force, the one that came into force later. */
    default Optional<Edition> leadingOn(LocalDate day) {
        return all().stream()
                .filter(edition -> edition.inForceOn(day))
                .max(Comparator.comparing(Edition::inForceFrom)
                        .thenComparing(edition -> edition.id().value()));
    }

    /** The edition that came or comes into force last: the one that a new one follows. */
    default Optional<Edition> latest() {
        List<Edition> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** What a draft of that code begins from: the edition of that code, or else the one that a new one follows. */
    default Optional<Edition> toBaseOn(EditionId id) {
        return find(id).or(this::latest);
    }

    /** At which version each edition stands. */
    Map<EditionId, Long> versions();

    /** Keeps a first version and announces it, unless there is one already. */
    boolean add(EditionPublished event);

    /** Keeps the next version and announces it, unless another version came first. */
    boolean replace(EditionPublished event);
}
