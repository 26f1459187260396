package org.ncsoversight.criteria.people.changing;

import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.people.PeopleDirectory;
import org.ncsoversight.criteria.security.PeopleKeeper;

/** Sees to it that an organisation keeps somebody who looks after its people. */
final class Leads {

    private static final int MOST = 500;

    private final PeopleDirectory people;

    Leads(PeopleDirectory people) {
        this.people = people;
    }

    /** An administrator may suspend a last lead all the same: the account may be in wrong hands. */
    boolean wouldBeNone(Person person, Change change, PeopleKeeper keeper) {
        boolean mayBe = keeper.only().isEmpty() && change instanceof Change.Suspend;
        return !mayBe && person.isActiveLead() && change.endsLeading() && !hasAnother(person, keeper);
    }

    private boolean hasAnother(Person lead, PeopleKeeper keeper) {
        return people.list(new PeopleDirectory.Query(lead.organisation(), "", 0, MOST), keeper).stream()
                .filter(colleague -> !colleague.id().equals(lead.id()))
                .anyMatch(
                        colleague -> colleague.organisation().equals(lead.organisation()) && colleague.isActiveLead());
    }
}
