package org.ncsoversight.evidence.registers.store;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.registers.model.RegisterCounts;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Keeps what each provider's registers count, and announces each change in the same write. */
public interface RegisterCountStore {

    /** For the counting itself, which nobody asked for and whose answer nobody is shown. */
    Optional<RegisterCounts> lastAnnounced(ProviderId provider, String register);

    /** Keeps the version after the last; false when another came first, and then nothing changed. */
    boolean keep(RegisterCounts.Counted counted);

    /** What the registers of one provider count. */
    List<RegisterCounts> of(ProviderId provider, VisibleProviders visible);
}
