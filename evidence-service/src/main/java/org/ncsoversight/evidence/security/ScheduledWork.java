package org.ncsoversight.evidence.security;

import java.util.Set;
import org.ncsoversight.evidence.model.Person;
import org.springframework.stereotype.Component;

/** What the clock does: no caller asks, and nobody is shown what is found but those whose own it is. */
@Component
public final class ScheduledWork {

    public VisibleProviders everyProvider() {
        return VisibleProviders.all();
    }

    /** What somebody's own organisation has, for telling them of it while they do not call. */
    public VisibleProviders ownOf(Person person) {
        var organisation = person.organisation();
        return organisation == null ? VisibleProviders.none() : VisibleProviders.exactly(Set.of(organisation));
    }
}
