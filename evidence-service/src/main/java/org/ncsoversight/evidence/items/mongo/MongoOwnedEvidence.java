package org.ncsoversight.evidence.items.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.OwnedEvidence;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.security.VisibleProviders;

/** Looks at evidence by its owner. */
public final class MongoOwnedEvidence implements OwnedEvidence {

    public static final String OWNER = "owner";
    public static final String REVIEW_DATE = "reviewDate";

    private static final List<String> STANDING =
            List.of(EvidenceState.SUBMITTED.word(), EvidenceState.IN_REVIEW.word(), EvidenceState.ACCEPTED.word());

    private final MongoCollection<Document> evidence;

    public MongoOwnedEvidence(MongoCollection<Document> evidence) {
        this.evidence = evidence;
    }

    @Override
    public List<Evidence> returnedTo(String owner, int limit, VisibleProviders visible) {
        return list(
                and(eq(OWNER, owner), eq(EvidenceDocument.STATE, EvidenceState.RETURNED.word())),
                EvidenceDocument.LIST_KEY,
                limit,
                visible);
    }

    @Override
    public List<Evidence> reviewDue(String owner, LocalDate by, int limit, VisibleProviders visible) {
        return list(
                and(eq(OWNER, owner), in(EvidenceDocument.STATE, STANDING), lte(REVIEW_DATE, by.toString())),
                REVIEW_DATE,
                limit,
                visible);
    }

    @Override
    public List<Evidence> reviewDue(LocalDate from, LocalDate to, int limit, VisibleProviders visible) {
        return list(
                and(
                        in(EvidenceDocument.STATE, STANDING),
                        gte(REVIEW_DATE, from.toString()),
                        lte(REVIEW_DATE, to.toString())),
                REVIEW_DATE,
                limit,
                visible);
    }

    private List<Evidence> list(Bson which, String order, int limit, VisibleProviders visible) {
        Bson seen = visible.onlyThese()
                .map(only -> and(
                        which,
                        in(
                                EvidenceDocument.PROVIDER,
                                only.stream().map(ProviderId::ukprn).toList())))
                .orElse(which);
        return Away.unless(() -> evidence.find(seen)
                .projection(Projections.exclude("outbox"))
                .sort(Sorts.ascending(order))
                .limit(limit)
                .map(EvidenceDocument::read)
                .into(new ArrayList<>()));
    }
}
