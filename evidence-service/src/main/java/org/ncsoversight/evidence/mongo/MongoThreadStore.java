package org.ncsoversight.evidence.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.evidence.contract.ThreadChangedMessage;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.thread.GoldenThread;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.store.ThreadStore;
import org.ncsoversight.outbox.Outbox;
import tools.jackson.databind.json.JsonMapper;

/** One document per thread, its unsent events inside; which items hang on it stands in the items. */
final class MongoThreadStore implements ThreadStore {

    private static final Bson WITHOUT_OUTBOX = Projections.exclude("outbox");
    private static final Bson BY_PROVIDER_AND_NAME = Sorts.ascending("provider", "name", "_id");

    private final MongoCollection<Document> threads;
    private final MongoCollection<Document> evidence;
    private final JsonMapper json;
    private final Runnable afterWrite;

    MongoThreadStore(
            MongoCollection<Document> threads,
            MongoCollection<Document> evidence,
            JsonMapper json,
            Runnable afterWrite) {
        this.threads = threads;
        this.evidence = evidence;
        this.json = json;
        this.afterWrite = afterWrite;
    }

    @Override
    public boolean add(GoldenThread.Changed created) {
        return Away.unless(() -> {
            try {
                threads.insertOne(Outbox.insert(
                        ThreadDocument.of(created.thread()), List.of(ThreadChangedMessage.outboxEvent(created, json))));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
            afterWrite.run();
            return true;
        });
    }

    @Override
    public boolean change(GoldenThread.Changed changed) {
        var thread = changed.thread();
        var aim = thread.naming().aim();
        var update = combine(
                set("version", thread.version()),
                set("name", thread.naming().name()),
                aim == null ? unset("aim") : set("aim", aim.toString()),
                set("open", thread.open()),
                set("evidence", ThreadDocument.evidence(thread)),
                push("history", ThreadDocument.step(thread.history().getLast())),
                Outbox.append(List.of(ThreadChangedMessage.outboxEvent(changed, json))));
        var theVersionBefore = and(eq("_id", thread.id().toString()), eq("version", thread.version() - 1));
        return Away.unless(() -> {
            boolean kept = threads.updateOne(theVersionBefore, update).getMatchedCount() == 1;
            if (kept) {
                afterWrite.run();
            }
            return kept;
        });
    }

    @Override
    public Optional<GoldenThread> find(UUID id, VisibleProviders visible) {
        return Away.unless(() -> Optional.ofNullable(threads.find(eq("_id", id.toString()))
                                .projection(WITHOUT_OUTBOX)
                                .first())
                        .map(ThreadDocument::read))
                .filter(thread -> visible.includes(thread.provider()));
    }

    @Override
    public List<GoldenThread> of(ProviderId provider, VisibleProviders visible) {
        return visible.includes(provider) ? list(eq("provider", provider.ukprn()), 0) : List.of();
    }

    @Override
    public List<GoldenThread> all(VisibleProviders visible, int limit) {
        return list(
                visible.onlyThese()
                        .map(providers -> in(
                                "provider",
                                providers.stream().map(ProviderId::ukprn).toList()))
                        .orElseGet(Filters::empty),
                limit);
    }

    private List<GoldenThread> list(Bson which, int limit) {
        return Away.unless(() -> threads.find(which)
                .projection(WITHOUT_OUTBOX)
                .sort(BY_PROVIDER_AND_NAME)
                .limit(limit)
                .map(ThreadDocument::read)
                .into(new ArrayList<>()));
    }

    @Override
    public List<Evidence> itemsOn(GoldenThread thread) {
        return Away.unless(() -> evidence.find(saysItHangsOn(thread))
                .projection(WITHOUT_OUTBOX)
                .map(EvidenceDocument::read)
                .into(new ArrayList<>()));
    }

    @Override
    public List<GoldenThread> toRefresh() {
        return list(eq("open", true), 0);
    }

    @Override
    public SortedSet<UUID> idsOfItemsOn(GoldenThread thread) {
        return Away.unless(() -> evidence.find(saysItHangsOn(thread))
                .projection(Projections.include("_id"))
                .map(document -> UUID.fromString(document.getString("_id")))
                .into(new TreeSet<>()));
    }

    private static Bson saysItHangsOn(GoldenThread thread) {
        return and(
                eq("threads", thread.id().toString()),
                eq("provider", thread.provider().ukprn()));
    }
}
