package org.ncsoversight.evidence.items.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.store.RuleNews;
import org.ncsoversight.evidence.mongo.Away;

/** One document that counts what was heard and what was answered. */
final class MongoRuleNews implements RuleNews {

    private static final String EXPIRY = "expiry";
    private static final String HEARD = "heard";
    private static final String ANSWERED = "answered";
    private static final String DAY = "day";

    private final MongoCollection<Document> news;

    MongoRuleNews(MongoDatabase database) {
        news = database.getCollection("ruleNews");
    }

    @Override
    public void heard() {
        Away.unless(() -> news.updateOne(eq("_id", EXPIRY), inc(HEARD, 1L), new UpdateOptions().upsert(true)));
    }

    @Override
    public Optional<Pending> pending(LocalDate today) {
        @Nullable
        Document kept = Away.unless(
                        () -> Optional.ofNullable(news.find(eq("_id", EXPIRY)).first()))
                .orElse(null);
        long heard = number(kept, HEARD);
        boolean answered = number(kept, ANSWERED) >= heard
                && kept != null
                && today.toString().equals(kept.getString(DAY));
        return answered ? Optional.empty() : Optional.of(new Pending(heard, today));
    }

    @Override
    public void answered(Pending pending) {
        Away.unless(() -> news.updateOne(
                eq("_id", EXPIRY),
                combine(max(ANSWERED, pending.news()), max(DAY, pending.day().toString())),
                new UpdateOptions().upsert(true)));
    }

    private static long number(@Nullable Document document, String field) {
        return document != null && document.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
