package org.ncsoversight.evidence.planning.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.store.ImprovementFilter;
import org.ncsoversight.evidence.planning.store.ImprovementStore;
import org.ncsoversight.evidence.security.VisibleProviders;

/** One document per improvement action. */
final class MongoImprovementStore implements ImprovementStore {

    private final MongoCollection<Document> collection;

    MongoImprovementStore(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public boolean add(ImprovementAction action) {
        return Away.unless(() -> {
            try {
                collection.insertOne(ImprovementDocument.of(action));
                return true;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public boolean change(ImprovementAction action) {
        return Away.unless(() -> collection
                        .replaceOne(
                                and(
                                        eq("_id", action.id().toString()),
                                        eq(ImprovementDocument.VERSION, action.version() - 1)),
                                ImprovementDocument.of(action))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public Optional<ImprovementAction> find(UUID id, VisibleProviders visible) {
        return Away.unless(() -> Optional.ofNullable(
                        collection.find(eq("_id", id.toString())).first()))
                .map(ImprovementDocument::read)
                .filter(action -> visible.includes(action.provider()));
    }

    @Override
    public Page list(ImprovementFilter filter, @Nullable String after, int limit, VisibleProviders visible) {
        var conditions = conditions(filter, visible);
        if (after != null) {
            conditions.add(gt(ImprovementDocument.LIST_KEY, after));
        }
        return Away.unless(() -> {
            var found = collection
                    .find(conditions.isEmpty() ? new Document() : and(conditions))
                    .sort(Sorts.ascending(ImprovementDocument.LIST_KEY))
                    .limit(limit + 1)
                    .map(ImprovementDocument::read)
                    .into(new ArrayList<>());
            boolean more = found.size() > limit;
            return new Page(List.copyOf(more ? found.subList(0, limit) : found), more);
        });
    }

    @Override
    public DueCount countDue(ProviderId provider, LocalDate day) {
        var due = and(
                eq(ImprovementDocument.PROVIDER, provider.ukprn()),
                in(ImprovementDocument.STATE, words(ActionState::isAgreed)),
                lte(ImprovementDocument.DUE_ON, day.toString()));
        var carriedOut = and(
                eq(ImprovementDocument.PROVIDER, provider.ukprn()),
                in(ImprovementDocument.STATE, words(ActionState::isCarriedOut)),
                lte(ImprovementDocument.DUE_ON, day.toString()));
        return Away.unless(() -> new DueCount(collection.countDocuments(carriedOut), collection.countDocuments(due)));
    }

    @Override
    public Collection<ProviderId> providers() {
        return Away.unless(() -> collection
                .distinct(ImprovementDocument.PROVIDER, String.class)
                .map(ProviderId::new)
                .into(new ArrayList<>()));
    }

    private static List<Bson> conditions(ImprovementFilter filter, VisibleProviders visible) {
        var conditions = new ArrayList<Bson>();
        visible.onlyThese()
                .ifPresent(providers -> conditions.add(in(
                        ImprovementDocument.PROVIDER,
                        providers.stream().map(ProviderId::ukprn).toList())));
        if (filter.provider() != null) {
            conditions.add(eq(ImprovementDocument.PROVIDER, filter.provider().ukprn()));
        }
        if (filter.criterion() != null) {
            conditions.add(eq(ImprovementDocument.CRITERIA, filter.criterion().value()));
        }
        if (filter.state() != null) {
            conditions.add(eq(ImprovementDocument.STATE, filter.state().word()));
        }
        if (filter.owner() != null) {
            conditions.add(eq(ImprovementDocument.OWNER, filter.owner()));
        }
        if (filter.overdueOn() != null) {
            conditions.add(in(ImprovementDocument.STATE, words(ActionState::isOpen)));
            conditions.add(lt(ImprovementDocument.DUE_ON, filter.overdueOn().toString()));
        }
        return conditions;
    }

    private static List<String> words(Predicate<ActionState> which) {
        return Arrays.stream(ActionState.values())
                .filter(which)
                .map(ActionState::word)
                .toList();
    }
}
