package org.ncsoversight.evidence.items.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Keeps what is being prepared; ask it with {@code caller.own()}, because nobody else's business is in it. */
public interface DraftStore {

    /** Some drafts, latest started first, and whether more follow. */
    record Page(List<Draft> drafts, boolean more) {

        /** The list key to go on after. */
        public Optional<String> next() {
            return more ? Optional.of(drafts.getLast().listKey()) : Optional.empty();
        }
    }

    /** Keeps a new draft; false when there is one with its id already, and then nothing changed. */
    boolean add(Draft draft);

    /** Keeps a draft over the version before; false when another change came first, and then nothing changed. */
    boolean save(Draft draft);

    /** False when it has changed since or is gone, and then nothing changed. */
    boolean remove(Draft draft);

    Optional<Draft> find(EvidenceId id, VisibleProviders own);

    Page list(@Nullable String after, int limit, VisibleProviders own);

    /** Whether a draft holds this file, so that the file must be kept. */
    boolean holds(EvidenceId id, UUID file);
}
