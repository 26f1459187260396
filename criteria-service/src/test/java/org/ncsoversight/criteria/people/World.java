package org.ncsoversight.criteria.people;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.security.Keepers;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.ncsoversight.criteria.security.Visible;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.ncsoversight.criteria.store.InMemoryProviderStore;

/** Two providers, the first with a lead and a contributor, the other with a lead. */
public final class World {

    public static final String OWN = "99000001";
    public static final String OTHER = "99000002";
    public static final PeopleKeeper LEAD = Keepers.lead("lead", OWN);
    public static final PeopleKeeper ADMIN = Keepers.administrator();
    public static final VisibleProviders ALL = Visible.everyone();

    public final InMemoryPeopleDirectory people = new InMemoryPeopleDirectory();
    public final InMemoryPeopleLog log = new InMemoryPeopleLog();
    public final AuditedChange audited = new AuditedChange(log, Clock.systemUTC());
    public final AssignmentCheck register;

    public final Person lead = people.active("lead", PersonRole.PROVIDER_LEAD, Optional.of(OWN));
    public final Person contributor = people.active("contributor", PersonRole.PROVIDER_CONTRIBUTOR, Optional.of(OWN));
    public final Person otherLead = people.active("otherlead", PersonRole.PROVIDER_LEAD, Optional.of(OTHER));
    public final Person assessor = people.active("assessor", PersonRole.ASSESSOR, Optional.empty());
    public final Person admin = people.active("admin", PersonRole.ADMINISTRATOR, Optional.empty());

    public World() {
        var providers = new InMemoryProviderStore();
        for (String ukprn : new String[] {OWN, OTHER}) {
            providers.add(new ProviderRecorded(
                    UUID.randomUUID(),
                    Clock.systemUTC().instant(),
                    Provider.registered(new Ukprn(ukprn), "Provider " + ukprn, Provider.Kind.PRIME)));
        }
        register = new AssignmentCheck(providers);
    }
}
