package org.ncsoversight.criteria.people.changing;

import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.people.model.PersonChange.Kind;

/** What can be done about somebody who has an account. */
public sealed interface Change {

    record Suspend() implements Change {}

    record Restore() implements Change {}

    /** The role and the providers to review, as typed or sent. */
    record GiveRole(String role, String assigned) implements Change {}

    record GivePassword() implements Change {}

    record SignOut() implements Change {}

    record RemoveSecondFactor() implements Change {}

    record Remove() implements Change {}

    default Kind kind() {
        return switch (this) {
            case Suspend _ -> Kind.SUSPENDED;
            case Restore _ -> Kind.RESTORED;
            case GiveRole _ -> Kind.ROLE_GIVEN;
            case GivePassword _ -> Kind.PASSWORD_GIVEN;
            case SignOut _ -> Kind.SIGNED_OUT;
            case RemoveSecondFactor _ -> Kind.SECOND_FACTOR_REMOVED;
            case Remove _ -> Kind.REMOVED;
        };
    }

    /** Whether somebody who leads can lead no more after it. */
    default boolean endsLeading() {
        return switch (this) {
            case Suspend _, Remove _ -> true;
            case GiveRole given -> !given.role().equals(PersonRole.PROVIDER_LEAD.code());
            case Restore _, GivePassword _, SignOut _, RemoveSecondFactor _ -> false;
        };
    }
}
