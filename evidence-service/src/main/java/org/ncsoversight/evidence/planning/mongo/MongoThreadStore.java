package org.ncsoversight.evidence.planning.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.mongo.EvidenceDocument;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.planning.contract.ThreadChangedMessage;
import org.ncsoversight.evidence.planning.model.GoldenThread;
import org.ncsoversight.evidence.planning.store.ThreadStore;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.outbox.Outbox;
import tools.jackson.databind.json.JsonMapper;

/** One document per thread, its unsent events inside; which items hang on it stands in the items. */
final class MongoThreadStore implements ThreadStore {

    private static final Bson WITHOUT_OUTBOX = Projections.exclude("outbox");
    private static final Bson BY_PROVIDER_AND_NAME = Sorts.ascending("provider", "name", "_id");

    private static final Bson BY_PROVIDER = Sorts.ascending("provider", "_id");
    private static final int UKPRN_LENGTH_IN_LIST_KEY = 15;

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
        return visible.includes(provider) ? list(eq("provider", provider.ukprn()), BY_PROVIDER_AND_NAME, 0) : List.of();
    }

    @Override
    public Page list(@Nullable String after, int limit, VisibleProviders visible) {
        var conditions = new ArrayList<Bson>();
        visible.onlyThese()
                .ifPresent(providers -> conditions.add(
                        in("provider", providers.stream().map(ProviderId::ukprn).toList())));
        if (after != null) {
            conditions.add(after(after));
        }
        var found = list(conditions.isEmpty() ? new Document() : and(conditions), BY_PROVIDER, limit + 1);
        boolean more = found.size() > limit;
        return new Page(List.copyOf(more ? found.subList(0, limit) : found), more);
    }

    /** The list key is a provider and an id. */
    private static Bson after(String listKey) {
        String ukprn = "%08d".formatted(Long.parseLong(listKey.substring(0, UKPRN_LENGTH_IN_LIST_KEY)));
        String id = listKey.substring(UKPRN_LENGTH_IN_LIST_KEY + 1);
        return or(gt("provider", ukprn), and(eq("provider", ukprn), gt("_id", id)));
    }

    private List<GoldenThread> list(Bson which, Bson order, int limit) {
        return Away.unless(() -> threads.find(which)
                .projection(WITHOUT_OUTBOX)
                .sort(order)
                .limit(limit)
                .map(ThreadDocument::read)
                .into(new ArrayList<>()));
    }

    @Override
    public Map<UUID, List<Evidence>> itemsOn(Collection<GoldenThread> some) {
        var ids = some.stream().map(thread -> thread.id().toString()).toList();
        var owners = some.stream()
                .map(thread -> thread.provider().ukprn())
                .distinct()
                .toList();
        var items = Away.unless(() -> evidence.find(and(in("threads", ids), in("provider", owners)))
                .projection(WITHOUT_OUTBOX)
                .map(EvidenceDocument::read)
                .into(new ArrayList<>()));
        return some.stream()
                .collect(Collectors.toMap(
                        GoldenThread::id,
                        thread -> items.stream()
                                .filter(item -> item.provider().equals(thread.provider())
                                        && item.content().threads().contains(thread.id()))
                                .toList()));
    }

    @Override
    public List<GoldenThread> toRefresh() {
        return list(eq("open", true), BY_PROVIDER_AND_NAME, 0);
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
