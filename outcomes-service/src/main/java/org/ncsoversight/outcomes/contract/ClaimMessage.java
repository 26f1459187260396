package org.ncsoversight.outcomes.contract;

import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimEvent;
import org.ncsoversight.outcomes.model.ClaimEvent.ClaimRecorded;

/** A claim as it stands on the topic; field for field what contracts/outcomes.v1.schema.json promises. */
public record ClaimMessage(
        String claim,
        long version,
        String ukprn,
        String touchpoint,
        String client,
        String ageBand,
        int outcomeType,
        boolean priority,
        String sessionOn,
        String effectiveOn,
        String collectionYear) {

    public static final String TOPIC = "ncs.outcomes.v1";
    public static final String SOURCE = "/outcomes-service";

    public static ClaimMessage of(Claim claim) {
        return new ClaimMessage(
                claim.id().value().toString(),
                claim.version(),
                claim.provider().value(),
                claim.touchpoint().value(),
                claim.client().value(),
                claim.ageBand().code(),
                claim.type().code(),
                claim.priority(),
                claim.sessionOn().toString(),
                claim.effectiveOn().toString(),
                claim.collectionYear().value());
    }

    /** Spelt out, never derived from a class name: renaming a class must not change the wire. */
    public static String typeOf(ClaimEvent event) {
        return switch (event) {
            case ClaimRecorded _ -> "org.ncsoversight.outcomes.claim-recorded.v1";
        };
    }
}
