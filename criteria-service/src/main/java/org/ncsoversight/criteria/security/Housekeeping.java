package org.ncsoversight.criteria.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.model.Standing;
import org.ncsoversight.criteria.model.Ukprn;
import org.springframework.stereotype.Component;

/** What the service does on its own account, for somebody who was allowed to and is not there to ask. */
@Component
public final class Housekeeping {

    private static final String NAME = "criteria-service";

    public VisibleProviders everyProvider() {
        return VisibleProviders.everyone();
    }

    public PeopleKeeper keeperOfEverybody() {
        return new PeopleKeeper(NAME, NAME, Optional.empty());
    }

    /** What somebody would see who signed in now; nothing for somebody who could not. */
    public Optional<VisibleProviders> visibleTo(Person person) {
        Set<String> roles = person.roles().stream().map(PersonRole::code).collect(Collectors.toSet());
        if (person.standing() != Standing.ACTIVE || !AccessRules.of(roles).contains(Capability.READ_REGISTER)) {
            return Optional.empty();
        }
        boolean assessor = roles.contains(AccessRules.ASSESSOR);
        if (roles.stream().anyMatch(AccessRules.ROLES_THAT_SEE_EVERY_PROVIDER::contains)
                || (assessor && person.assigned().all())) {
            return Optional.of(VisibleProviders.everyone());
        }
        List<Ukprn> visible = new ArrayList<>(assessor ? person.assigned().providers() : List.of());
        if (roles.stream().anyMatch(AccessRules.PROVIDER_ROLES::contains)) {
            person.organisation().ifPresent(visible::add);
        }
        return Optional.of(VisibleProviders.exactly(visible));
    }
}
