package org.ncsoversight.evidence.items.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;

/** What the golden threads that items hang on are called; who keeps threads tells. */
public interface NamedThreads {

    /** A thread and its name. */
    record Named(UUID id, String name) {}

    /** All of one provider, by name. */
    List<Named> named(ProviderId provider, VisibleProviders visible);

    Optional<String> nameOf(UUID thread, VisibleProviders visible);
}
