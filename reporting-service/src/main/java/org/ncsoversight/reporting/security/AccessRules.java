package org.ncsoversight.reporting.security;

import static org.ncsoversight.reporting.security.Capability.READ_READINESS;
import static org.ncsoversight.reporting.security.Capability.RECONCILE;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ncsoversight.apidocs.ApiFacts;

/** Capabilities by role; a role that is not here may do nothing. */
final class AccessRules {

    static final String PROVIDER_CONTRIBUTOR = "provider-contributor";
    static final String PROVIDER_LEAD = "provider-lead";
    static final String PROVIDER_SYSTEM = "provider-system";
    static final String ASSESSOR = "assessor";
    static final String CONTRACT_MANAGER = "contract-manager";
    static final String ANALYST = "analyst";

    static final Set<String> PROVIDER_ROLES = Set.of(PROVIDER_CONTRIBUTOR, PROVIDER_LEAD, PROVIDER_SYSTEM);
    static final Set<String> NATIONAL_ROLES = Set.of(CONTRACT_MANAGER, ANALYST);

    private static final Map<String, Set<Capability>> CAPABILITIES = Map.of(
            PROVIDER_CONTRIBUTOR, Set.of(READ_READINESS),
            PROVIDER_LEAD, Set.of(READ_READINESS),
            PROVIDER_SYSTEM, Set.of(READ_READINESS),
            ASSESSOR, Set.of(READ_READINESS),
            CONTRACT_MANAGER, Set.of(READ_READINESS, RECONCILE),
            ANALYST, Set.of(READ_READINESS, RECONCILE));

    private AccessRules() {}

    /** What the document of the API says beyond the routes. */
    static ApiFacts facts() {
        var authorities = new HashMap<String, Collection<String>>();
        CAPABILITIES.forEach((role, capabilities) ->
                authorities.put(role, capabilities.stream().map(Enum::name).toList()));
        return new ApiFacts(
                "reporting",
                "Readiness",
                "How ready every provider is for every criterion, and why: this platform's own bands, not a matrix"
                    + " judgement. A provider that the caller may not see is answered like one that does not exist.",
                authorities,
                Map.of(
                        400, List.of("bad-request"),
                        401, List.of("unauthorized"),
                        403, List.of("forbidden"),
                        404, List.of("not-found"),
                        406, List.of("not-acceptable"),
                        503, List.of("service-unavailable")));
    }

    static Set<Capability> of(Collection<String> roles) {
        return roles.stream()
                .flatMap(role -> CAPABILITIES.getOrDefault(role, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
