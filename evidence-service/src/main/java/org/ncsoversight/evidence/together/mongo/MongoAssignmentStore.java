package org.ncsoversight.evidence.together.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.mongo.Versions;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.together.model.Assignment;
import org.ncsoversight.evidence.together.store.AssignmentStore;

/** One document per assignment. */
final class MongoAssignmentStore implements AssignmentStore {

    static final String PROVIDER = "provider";
    static final String STATE = "state";
    static final String LIST_KEY = "listKey";

    private static final String ASSIGNEE = "assignee";
    private static final String CRITERION = "criterion";
    private static final String DUE_ON = "dueOn";

    private final MongoCollection<Document> collection;

    MongoAssignmentStore(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public boolean add(Assignment assignment) {
        return Versions.add(collection, document(assignment));
    }

    @Override
    public boolean change(Assignment assignment) {
        return Versions.change(collection, document(assignment));
    }

    @Override
    public Optional<Assignment> find(UUID id, VisibleProviders visible) {
        return Away.unless(() -> Optional.ofNullable(
                        collection.find(eq("_id", id.toString())).first()))
                .map(MongoAssignmentStore::read)
                .filter(assignment -> visible.includes(assignment.provider()));
    }

    @Override
    public Page list(Filter filter, @Nullable String after, int limit, VisibleProviders visible) {
        var conditions = conditions(filter, visible);
        if (after != null) {
            conditions.add(gt(LIST_KEY, after));
        }
        return Away.unless(() -> {
            var found = collection
                    .find(conditions.isEmpty() ? new Document() : and(conditions))
                    .sort(Sorts.ascending(LIST_KEY))
                    .limit(limit + 1)
                    .map(MongoAssignmentStore::read)
                    .into(new ArrayList<>());
            boolean more = found.size() > limit;
            return new Page(List.copyOf(more ? found.subList(0, limit) : found), more);
        });
    }

    @Override
    public List<Assignment> answeredBy(ProviderId provider, Collection<CriterionCode> criteria, Voice voice) {
        var which = and(
                eq(PROVIDER, provider.ukprn()),
                eq(STATE, Assignment.State.OPEN.word()),
                in(CRITERION, criteria.stream().map(CriterionCode::value).toList()),
                in("voice", "", voice.word()));
        return Away.unless(
                () -> collection.find(which).map(MongoAssignmentStore::read).into(new ArrayList<>()));
    }

    private static List<Bson> conditions(Filter filter, VisibleProviders visible) {
        var conditions = new ArrayList<Bson>();
        visible.onlyThese()
                .ifPresent(only -> conditions.add(
                        in(PROVIDER, only.stream().map(ProviderId::ukprn).toList())));
        if (filter.assignee() != null) {
            conditions.add(eq(ASSIGNEE, filter.assignee()));
        }
        if (filter.criterion() != null) {
            conditions.add(eq(CRITERION, filter.criterion().value()));
        }
        if (filter.state() != null) {
            conditions.add(eq(STATE, filter.state().word()));
        }
        if (filter.overdueOn() != null) {
            conditions.add(eq(STATE, Assignment.State.OPEN.word()));
            conditions.add(lt(DUE_ON, filter.overdueOn().toString()));
        }
        return conditions;
    }

    private static Document document(Assignment assignment) {
        var work = assignment.work();
        return new Document("_id", assignment.id().toString())
                .append(Versions.VERSION, assignment.version())
                .append(PROVIDER, assignment.provider().ukprn())
                .append(CRITERION, work.criterion().value())
                .append(
                        "voice",
                        Optional.ofNullable(work.voice()).map(Voice::word).orElse(""))
                .append(ASSIGNEE, work.assignee())
                .append(DUE_ON, work.dueOn().toString())
                .append("note", work.note())
                .append(STATE, assignment.state().word())
                .append(LIST_KEY, assignment.listKey())
                .append(
                        "history",
                        assignment.history().stream()
                                .map(step -> new Document("what", step.what())
                                        .append("by", step.by())
                                        .append("at", Date.from(step.at())))
                                .toList());
    }

    private static Assignment read(Document document) {
        return new Assignment(
                UUID.fromString(document.getString("_id")),
                document.getLong(Versions.VERSION),
                new ProviderId(document.getString(PROVIDER)),
                new Assignment.Work(
                        new CriterionCode(document.getString(CRITERION)),
                        Voice.of(document.getString("voice")).orElse(null),
                        document.getString(ASSIGNEE),
                        LocalDate.parse(document.getString(DUE_ON)),
                        document.getString("note")),
                Assignment.State.of(document.getString(STATE)).orElseThrow(),
                document.getList("history", Document.class).stream()
                        .map(step -> new Assignment.Step(
                                step.getString("what"),
                                step.getString("by"),
                                step.getDate("at").toInstant()))
                        .toList());
    }
}
