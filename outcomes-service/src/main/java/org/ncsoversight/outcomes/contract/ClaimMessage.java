package org.ncsoversight.outcomes.contract;

import io.swagger.v3.oas.annotations.media.Schema;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimEvent;
import org.ncsoversight.outcomes.model.ClaimEvent.ClaimRecorded;

/** A claim as it stands on the topic; field for field what contracts/outcomes.v1.schema.json promises. */
public record ClaimMessage(
        @Schema(description = "Its id.", example = "6f2b1c1e-1d2a-4a5b-9c3d-0e4f5a6b7c8d")
        String claim,

        long version,
        String ukprn,
        String touchpoint,

        @Schema(
                description = "A lasting pseudonym.",
                example = "9f64a747e1b97f131fabb6b447296c9b6f0201e79fb3c5356e6c77e89b6a806a")
        String client,

        @Schema(description = "Age on the effective day.", example = "25-49")
        String ageBand,

        @Schema(description = "1 to 5.", minimum = "1", maximum = "5")
        int outcomeType,

        @Schema(description = "Whether the client belongs to a priority group.")
        boolean priority,

        @Schema(description = "Day of the session.", format = "date")
        String sessionOn,

        @Schema(description = "Day of the outcome.", format = "date")
        String effectiveOn,

        @Schema(description = "The year it is collected in, 2627 for 2026 to 2027.", example = "2627")
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
