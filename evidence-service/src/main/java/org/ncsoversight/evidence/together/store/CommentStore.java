package org.ncsoversight.evidence.together.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.together.model.Comment;

/** Keeps comments; a list holds internal ones only of the provider the reader is among, if any. */
public interface CommentStore {

    /** Who reads: whose comments they see, and with whose people they talk among themselves. */
    record Reader(VisibleProviders visible, @Nullable ProviderId among) {}

    /** Keeps a new one; false when its id is taken already. */
    boolean add(Comment comment);

    /** Keeps a change to the version before; false when another change came first. */
    boolean change(Comment comment);

    Optional<Comment> find(UUID id, VisibleProviders visible);

    /** Those on one item, oldest first; after is the list key of the last one seen. */
    List<Comment> on(EvidenceId item, @Nullable String after, int limit, Reader reader);

    /** Unsettled ones that call this person, latest first. */
    List<Comment> calling(String username, int limit, Reader reader);
}
