package org.ncsoversight.evidence.readiness;

import java.util.Optional;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;

/** The readiness this service has heard of, the newest of each provider. */
public interface KnownReadiness {

    /** Keeps it unless a later version is known; the same one may be told again. */
    void keep(Readiness readiness);

    /** Keeps how far reporting-service had heard of a provider, unless a later version of that is known. */
    void keepHeard(ProviderId provider, long version, Readiness.Heard heard);

    /** With all that was heard since that changed no band; empty when nothing was published yet or it is not visible. */
    Optional<Readiness> of(ProviderId provider, VisibleProviders visible);
}
