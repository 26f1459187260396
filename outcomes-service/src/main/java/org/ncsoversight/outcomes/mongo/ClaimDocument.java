package org.ncsoversight.outcomes.mongo;

import java.time.LocalDate;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.outcomes.model.AgeBand;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimId;
import org.ncsoversight.outcomes.model.ClientPseudonym;
import org.ncsoversight.outcomes.model.OutcomeType;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.outcomes.model.Ukprn;

/** A claim as a document, on its own or in a chunk of an import. */
final class ClaimDocument {

    static final String PROVIDER = "ukprn";
    static final String VERSION = "version";
    static final String MONTH = "month";
    static final String TYPE = "outcomeType";
    static final String PRIORITY = "priority";

    private ClaimDocument() {}

    static Document of(Claim claim) {
        String effectiveOn = claim.effectiveOn().toString();
        return new Document("_id", claim.id().value().toString())
                .append(VERSION, claim.version())
                .append(PROVIDER, claim.provider().value())
                .append("touchpoint", claim.touchpoint().value())
                .append("client", claim.client().value())
                .append("ageBand", claim.ageBand().code())
                .append(TYPE, claim.type().code())
                .append(PRIORITY, claim.priority())
                .append("sessionOn", claim.sessionOn().toString())
                .append("effectiveOn", effectiveOn)
                .append(MONTH, effectiveOn.substring(0, "2026-10".length()));
    }

    static Claim claimOf(Document document) {
        return new Claim(
                new ClaimId(UUID.fromString(document.getString("_id"))),
                document.get(VERSION, Number.class).longValue(),
                new Ukprn(document.getString(PROVIDER)),
                new Touchpoint(document.getString("touchpoint")),
                new ClientPseudonym(document.getString("client")),
                AgeBand.of(document.getString("ageBand")),
                OutcomeType.of(document.getInteger(TYPE).intValue()),
                document.getBoolean(PRIORITY),
                LocalDate.parse(document.getString("sessionOn")),
                LocalDate.parse(document.getString("effectiveOn")));
    }
}
