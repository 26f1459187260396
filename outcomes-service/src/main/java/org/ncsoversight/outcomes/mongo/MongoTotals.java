package org.ncsoversight.outcomes.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static java.util.Comparator.comparing;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.ncsoversight.outcomes.importing.ProviderMonth;
import org.ncsoversight.outcomes.model.OutcomeType;
import org.ncsoversight.outcomes.model.Ukprn;
import org.ncsoversight.outcomes.security.VisibleProviders;
import org.ncsoversight.outcomes.viewing.Claims.MonthlyCount;

/**
 * How many claims stand in each month of each provider, kept beside the claims so that nobody has to read them all to see it.
 *
 * <p>A month is counted from its claims, never added up from changes, so counting again heals whatever a crash left.
 * Who counts takes a number first and writes only if nobody took a later one: the last to begin has seen the most.
 */
final class MongoTotals {

    private static final String COUNTING = "counting";
    private static final String TYPES = "types";
    private static final String ALL_COUNTED = "totals";

    private final MongoCollection<Document> claims;
    private final MongoCollection<Document> totals;
    private final MongoCollection<Document> counters;

    MongoTotals(MongoCollections collections) {
        claims = collections.claims();
        totals = collections.totals();
        counters = collections.counters();
    }

    /** Counts every month once; totals were not kept by the first versions of this service. */
    void countAllOnce() {
        if (counters.find(eq("_id", ALL_COUNTED)).first() != null) {
            return;
        }
        Set<ProviderMonth> months = new HashSet<>();
        for (Document claim :
                claims.find().projection(fields(include(ClaimDocument.PROVIDER, ClaimDocument.MONTH), excludeId()))) {
            months.add(new ProviderMonth(
                    new Ukprn(claim.getString(ClaimDocument.PROVIDER)),
                    YearMonth.parse(claim.getString(ClaimDocument.MONTH))));
        }
        recount(months);
        counters.replaceOne(
                eq("_id", ALL_COUNTED), new Document("_id", ALL_COUNTED), new ReplaceOptions().upsert(true));
    }

    void recount(Collection<ProviderMonth> months) {
        months.forEach(this::recount);
    }

    private void recount(ProviderMonth month) {
        long number = nextNumber(month);
        Map<OutcomeType, int[]> counts = new EnumMap<>(OutcomeType.class);
        for (Document claim : claims.find(and(
                        eq(ClaimDocument.PROVIDER, month.provider().value()),
                        eq(ClaimDocument.MONTH, month.month().toString())))
                .projection(fields(include(ClaimDocument.TYPE, ClaimDocument.PRIORITY), excludeId()))) {
            int[] ofType = counts.computeIfAbsent(
                    OutcomeType.of(claim.getInteger(ClaimDocument.TYPE).intValue()), _ -> new int[2]);
            ofType[0]++;
            ofType[1] += claim.getBoolean(ClaimDocument.PRIORITY) ? 1 : 0;
        }
        var types = counts.entrySet().stream()
                .map(counted -> new Document(
                                ClaimDocument.TYPE, counted.getKey().code())
                        .append("claims", counted.getValue()[0])
                        .append("priorityClaims", counted.getValue()[1]))
                .toList();
        totals.updateOne(and(eq("_id", idOf(month)), eq(COUNTING, number)), set(TYPES, types));
    }

    private long nextNumber(ProviderMonth month) {
        var update = combine(
                inc(COUNTING, 1L),
                set(ClaimDocument.PROVIDER, month.provider().value()),
                set(ClaimDocument.MONTH, month.month().toString()));
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        while (true) {
            try {
                var after = totals.findOneAndUpdate(eq("_id", idOf(month)), update, options);
                if (after == null) {
                    throw new IllegalStateException("An upsert answered nothing");
                }
                return after.get(COUNTING, Number.class).longValue();
            } catch (MongoCommandException e) {
                // Two who insert the same month at once: one is refused, and finds it the next time.
                if (ErrorCategory.fromErrorCode(e.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
        }
    }

    List<MonthlyCount> monthlyCounts(VisibleProviders visible) {
        var ofVisible = visible.restriction()
                .map(providers -> in(
                        ClaimDocument.PROVIDER,
                        providers.stream().map(Ukprn::value).toList()))
                .orElse(empty());
        var counts = new ArrayList<MonthlyCount>();
        for (Document month : totals.find(ofVisible)) {
            for (Document type : month.getList(TYPES, Document.class, List.of())) {
                counts.add(new MonthlyCount(
                        new Ukprn(month.getString(ClaimDocument.PROVIDER)),
                        YearMonth.parse(month.getString(ClaimDocument.MONTH)),
                        OutcomeType.of(type.getInteger(ClaimDocument.TYPE).intValue()),
                        type.getInteger("claims").intValue(),
                        type.getInteger("priorityClaims").intValue()));
            }
        }
        counts.sort(comparing(MonthlyCount::provider)
                .thenComparing(comparing(MonthlyCount::month).reversed())
                .thenComparing(MonthlyCount::type));
        return counts;
    }

    static String idOf(ProviderMonth month) {
        return month.provider().value() + "/" + month.month();
    }

    static ProviderMonth monthOf(String id) {
        int slash = id.indexOf('/');
        return new ProviderMonth(new Ukprn(id.substring(0, slash)), YearMonth.parse(id.substring(slash + 1)));
    }
}
