package org.ncsoversight.feedback.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.excludeId;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.feedback.importing.ProviderMonth;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.feedback.security.VisibleProviders;
import org.ncsoversight.feedback.viewing.FeedbackView.MonthCount;

/**
 * How many answers to the overall question stand in each month of each provider, kept beside the responses so that
 * nobody has to read them all to see it.
 *
 * <p>A month is counted from its responses, never added up from changes, so counting again heals whatever a crash
 * left. Who counts takes a number first and writes only if nobody took a later one: the last to begin has seen the most.
 */
final class MongoTotals {

    private static final String ALL_COUNTED = "totals";

    private final MongoCollection<Document> responses;
    private final MongoCollection<Document> totals;
    private final MongoCollection<Document> counters;

    MongoTotals(MongoDatabase database) {
        responses = database.getCollection(MongoConfiguration.RESPONSES);
        totals = database.getCollection("response-totals");
        counters = database.getCollection("counters");
    }

    /** Makes the index, and counts every month once: the first versions of this service kept no totals. */
    void countAllOnce() {
        Patient.with(responses).createIndex(Indexes.ascending("ukprn", "month"));
        Patient.with(totals).createIndex(Indexes.ascending("ukprn"));
        if (counters.find(eq("_id", ALL_COUNTED)).first() != null) {
            return;
        }
        Set<ProviderMonth> months = new HashSet<>();
        for (Document response : responses.find().projection(fields(include("ukprn", "month"), excludeId()))) {
            months.add(new ProviderMonth(
                    new Ukprn(response.getString("ukprn")), YearMonth.parse(response.getString("month"))));
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
        long answers = 0;
        long positive = 0;
        for (Document response : responses
                .find(and(
                        eq("ukprn", month.provider().value()),
                        eq("month", month.month().toString())))
                .projection(fields(include("overallAnswers", "overallPositive"), excludeId()))) {
            answers += response.getInteger("overallAnswers");
            positive += response.getInteger("overallPositive");
        }
        totals.updateOne(
                and(eq("_id", idOf(month)), eq("counting", number)),
                combine(set("answers", answers), set("positive", positive)));
    }

    private long nextNumber(ProviderMonth month) {
        var update = combine(
                inc("counting", 1L),
                set("ukprn", month.provider().value()),
                set("month", month.month().toString()));
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        while (true) {
            try {
                var after = totals.findOneAndUpdate(eq("_id", idOf(month)), update, options);
                return Objects.requireNonNull(after)
                        .get("counting", Number.class)
                        .longValue();
            } catch (MongoCommandException e) {
                // Two who insert the same month at once: one is refused, and finds it the next time.
                if (!Errors.isDuplicateKey(e)) {
                    throw e;
                }
            }
        }
    }

    /** Newest first; all visible providers of a month together. */
    List<MonthCount> months(VisibleProviders visible) {
        Map<YearMonth, MonthCount> months = new TreeMap<>(Collections.reverseOrder());
        for (Document found : totals.find(Visibility.of(visible, "ukprn"))) {
            var month = YearMonth.parse(found.getString("month"));
            months.merge(
                    month,
                    new MonthCount(month, number(found, "answers"), number(found, "positive")),
                    (one, other) ->
                            new MonthCount(month, one.answers() + other.answers(), one.positive() + other.positive()));
        }
        return List.copyOf(months.values());
    }

    /** Nothing yet where a month is being counted for the first time. */
    private static long number(Document total, String name) {
        return total.get(name, Number.class) == null
                ? 0
                : total.get(name, Number.class).longValue();
    }

    static String idOf(ProviderMonth month) {
        return month.provider().value() + "/" + month.month();
    }

    static ProviderMonth monthOf(String id) {
        int slash = id.indexOf('/');
        return new ProviderMonth(new Ukprn(id.substring(0, slash)), YearMonth.parse(id.substring(slash + 1)));
    }
}
