package org.ncsoversight.criteria.security;

import static org.ncsoversight.criteria.security.Capability.KEEP_PEOPLE;
import static org.ncsoversight.criteria.security.Capability.READ_DRAFTS;
import static org.ncsoversight.criteria.security.Capability.READ_EVIDENCE;
import static org.ncsoversight.criteria.security.Capability.READ_REGISTER;
import static org.ncsoversight.criteria.security.Capability.READ_REPORTS;
import static org.ncsoversight.criteria.security.Capability.READ_STANDARD;
import static org.ncsoversight.criteria.security.Capability.RECORD_CYCLE;
import static org.ncsoversight.criteria.security.Capability.WRITE_REPORTS;

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

    private static final Set<Capability> PROVIDER =
            EnumSet.of(READ_STANDARD, READ_REGISTER, READ_REPORTS, READ_EVIDENCE);

    private static final Set<Capability> JUDGE =
            EnumSet.of(READ_STANDARD, READ_REGISTER, RECORD_CYCLE, READ_REPORTS, WRITE_REPORTS, READ_EVIDENCE);

    private static final Set<Capability> OVERSEE = EnumSet.of(
            READ_STANDARD, READ_DRAFTS, READ_REGISTER, RECORD_CYCLE, READ_REPORTS, WRITE_REPORTS, READ_EVIDENCE);

    private static final Map<String, Set<Capability>> CAPABILITIES = Map.of(
            "provider-contributor",
            PROVIDER,
            "provider-lead",
            EnumSet.of(READ_STANDARD, READ_REGISTER, READ_REPORTS, READ_EVIDENCE, KEEP_PEOPLE),
            "provider-system",
            PROVIDER,
            ASSESSOR,
            JUDGE,
            "contract-manager",
            OVERSEE,
            "analyst",
            READ,
            "administrator",
            EnumSet.complementOf(EnumSet.of(WRITE_REPORTS, READ_EVIDENCE)));

    private AccessRules() {}

    static Set<Capability> of(Collection<String> roles) {
        var all = EnumSet.noneOf(Capability.class);
        roles.forEach(role -> all.addAll(CAPABILITIES.getOrDefault(role, Set.of())));
        return all;
    }
}
