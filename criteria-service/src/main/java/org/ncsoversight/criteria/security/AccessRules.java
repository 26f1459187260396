package org.ncsoversight.criteria.security;

import static org.ncsoversight.criteria.security.Capability.KEEP_PEOPLE;
import static org.ncsoversight.criteria.security.Capability.READ_REGISTER;
import static org.ncsoversight.criteria.security.Capability.READ_STANDARD;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which role may do what, and whose entries of the register it sees; a role not named here may do nothing. */
final class AccessRules {

    static final String ASSESSOR = "assessor";

    static final Set<String> PROVIDER_ROLES = Set.of("provider-contributor", "provider-lead", "provider-system");

    static final Set<String> ROLES_THAT_SEE_EVERY_PROVIDER = Set.of("contract-manager", "analyst", "administrator");

    private static final Set<Capability> READ = EnumSet.of(READ_STANDARD, READ_REGISTER);

    private static final Map<String, Set<Capability>> CAPABILITIES = Map.of(
            "provider-contributor",
            READ,
            "provider-lead",
            EnumSet.of(READ_STANDARD, READ_REGISTER, KEEP_PEOPLE),
            "provider-system",
            READ,
            ASSESSOR,
            READ,
            "contract-manager",
            READ,
            "analyst",
            READ,
            "administrator",
            EnumSet.allOf(Capability.class));

    private AccessRules() {}

    static Set<Capability> of(Collection<String> roles) {
        var all = EnumSet.noneOf(Capability.class);
        roles.forEach(role -> all.addAll(CAPABILITIES.getOrDefault(role, Set.of())));
        return all;
    }
}
