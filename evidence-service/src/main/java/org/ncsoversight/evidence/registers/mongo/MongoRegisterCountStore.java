package org.ncsoversight.evidence.registers.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.registers.contract.RegisterCountedMessage;
import org.ncsoversight.evidence.registers.model.Count;
import org.ncsoversight.evidence.registers.model.RegisterCounts;
import org.ncsoversight.evidence.registers.store.RegisterCountStore;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.outbox.Outbox;
import org.ncsoversight.outbox.OutboxEvent;
import tools.jackson.databind.json.JsonMapper;

/** One document per provider and register, its unsent events inside. */
final class MongoRegisterCountStore implements RegisterCountStore {

    private final MongoCollection<Document> collection;
    private final JsonMapper json;
    private final Runnable afterWrite;

    MongoRegisterCountStore(MongoCollection<Document> collection, JsonMapper json, Runnable afterWrite) {
        this.collection = collection;
        this.json = json;
        this.afterWrite = afterWrite;
    }

    @Override
    public Optional<RegisterCounts> lastAnnounced(ProviderId provider, String register) {
        return Away.unless(() -> Optional.ofNullable(collection
                        .find(eq("_id", id(provider, register)))
                        .projection(Projections.exclude("outbox"))
                        .first())
                .map(MongoRegisterCountStore::read));
    }

    @Override
    public boolean keep(RegisterCounts.Counted counted) {
        List<OutboxEvent> events = List.of(RegisterCountedMessage.outboxEvent(counted, json));
        var counts = counted.counts();
        boolean kept = Away.unless(() -> counts.version() == 1 ? inserted(counts, events) : updated(counts, events));
        if (kept) {
            afterWrite.run();
        }
        return kept;
    }

    @Override
    public List<RegisterCounts> of(ProviderId provider, VisibleProviders visible) {
        if (!visible.includes(provider)) {
            return List.of();
        }
        return Away.unless(() -> collection
                .find(and(gte("_id", provider + "/"), lt("_id", provider + "0")))
                .projection(Projections.exclude("outbox"))
                .map(MongoRegisterCountStore::read)
                .into(new ArrayList<>()));
    }

    private boolean inserted(RegisterCounts counts, List<OutboxEvent> events) {
        try {
            var state = new Document("_id", id(counts.provider(), counts.register()))
                    .append("version", counts.version())
                    .append("provider", counts.provider().ukprn())
                    .append("register", counts.register())
                    .append("asOf", counts.asOf().toString())
                    .append("measures", measures(counts));
            collection.insertOne(Outbox.insert(state, events));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    private boolean updated(RegisterCounts counts, List<OutboxEvent> events) {
        return collection
                        .updateOne(
                                and(
                                        eq("_id", id(counts.provider(), counts.register())),
                                        eq("version", counts.version() - 1)),
                                combine(
                                        set("version", counts.version()),
                                        set("asOf", counts.asOf().toString()),
                                        set("measures", measures(counts)),
                                        Outbox.append(events)))
                        .getMatchedCount()
                == 1;
    }

    private static String id(ProviderId provider, String register) {
        return provider + "/" + register;
    }

    private static List<Document> measures(RegisterCounts counts) {
        return counts.measures().stream()
                .map(count -> new Document("code", count.measure())
                        .append("numerator", count.numerator())
                        .append("denominator", count.denominator()))
                .toList();
    }

    private static RegisterCounts read(Document document) {
        return new RegisterCounts(
                new ProviderId(document.getString("provider")),
                document.getString("register"),
                document.getLong("version"),
                LocalDate.parse(document.getString("asOf")),
                document.getList("measures", Document.class).stream()
                        .map(measure -> new Count(
                                measure.getString("code"),
                                measure.getLong("numerator"),
                                measure.getLong("denominator")))
                        .toList());
    }
}
