package org.ncsoversight.evidence.planning.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.planning.model.Section;
import org.ncsoversight.evidence.planning.model.SectionKey;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.planning.store.AssessmentStore;
import org.ncsoversight.evidence.security.VisibleProviders;

/** One document per report; the content as signed stands in it and is read only when it is asked for. */
final class MongoAssessmentStore implements AssessmentStore {

    private static final Bson WITHOUT_CONTENT = Projections.exclude(AssessmentDocument.CONTENT);

    private final MongoCollection<Document> collection;

    MongoAssessmentStore(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public boolean add(SelfAssessment assessment) {
        return Away.unless(() -> {
            try {
                collection.insertOne(AssessmentDocument.of(assessment));
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
    public boolean write(UUID id, SectionKey key, Section section) {
        String field = AssessmentDocument.field(key);
        var seen = section.version() == 1
                ? exists(field, false)
                : eq(field + "." + AssessmentDocument.VERSION, section.version() - 1);
        return Away.unless(() -> collection
                        .updateOne(
                                and(eq("_id", id.toString()), eq(AssessmentDocument.SIGNED, false), seen),
                                combine(
                                        set(field, AssessmentDocument.section(section)),
                                        inc(AssessmentDocument.VERSION, 1L)))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public boolean sign(SelfAssessment signed, String content) {
        var signature = signed.signed().orElseThrow();
        return Away.unless(() -> collection
                        .updateOne(
                                and(
                                        eq("_id", signed.id().toString()),
                                        eq(AssessmentDocument.SIGNED, false),
                                        eq(AssessmentDocument.VERSION, signed.version() - 1)),
                                combine(
                                        set(AssessmentDocument.SIGNED, true),
                                        set(AssessmentDocument.VERSION, signed.version()),
                                        set(AssessmentDocument.SIGNATURE, AssessmentDocument.signature(signature)),
                                        set(AssessmentDocument.CONTENT, content)))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public Optional<SelfAssessment> find(UUID id, VisibleProviders visible) {
        return Away.unless(() -> Optional.ofNullable(collection
                        .find(eq("_id", id.toString()))
                        .projection(WITHOUT_CONTENT)
                        .first()))
                .map(AssessmentDocument::read)
                .filter(assessment -> visible.includes(assessment.provider()));
    }

    @Override
    public Optional<String> signedContent(UUID id, VisibleProviders visible) {
        return Away.unless(() -> Optional.ofNullable(collection
                        .find(and(eq("_id", id.toString()), eq(AssessmentDocument.SIGNED, true)))
                        .projection(Projections.include(AssessmentDocument.CONTENT, AssessmentDocument.PROVIDER))
                        .first()))
                .filter(document -> visible.includes(new ProviderId(document.getString(AssessmentDocument.PROVIDER))))
                .map(document -> document.getString(AssessmentDocument.CONTENT));
    }

    @Override
    public Page list(Filter filter, @Nullable String after, int limit, VisibleProviders visible) {
        var conditions = conditions(filter, visible);
        if (after != null) {
            conditions.add(lt(AssessmentDocument.LIST_KEY, after));
        }
        return Away.unless(() -> {
            var found = collection
                    .find(and(conditions))
                    .projection(WITHOUT_CONTENT)
                    .sort(Sorts.descending(AssessmentDocument.LIST_KEY))
                    .limit(limit + 1)
                    .map(AssessmentDocument::read)
                    .into(new ArrayList<>());
            boolean more = found.size() > limit;
            return new Page(List.copyOf(more ? found.subList(0, limit) : found), more);
        });
    }

    private static List<Bson> conditions(Filter filter, VisibleProviders visible) {
        var conditions = new ArrayList<Bson>();
        visible.onlyThese()
                .ifPresent(providers -> conditions.add(in(
                        AssessmentDocument.PROVIDER,
                        providers.stream().map(ProviderId::ukprn).toList())));
        if (filter.provider() != null) {
            conditions.add(eq(AssessmentDocument.PROVIDER, filter.provider().ukprn()));
        }
        var signed = eq(AssessmentDocument.SIGNED, true);
        conditions.add(
                filter.draftsOf() == null
                        ? signed
                        : or(
                                signed,
                                eq(
                                        AssessmentDocument.PROVIDER,
                                        filter.draftsOf().ukprn())));
        return conditions;
    }
}
