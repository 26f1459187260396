package org.ncsoversight.criteria.people.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.mongo.Writes;
import org.ncsoversight.criteria.people.PeopleLog;
import org.ncsoversight.criteria.people.model.PersonChange;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.ncsoversight.documents.Patient;

/** Changes to people in MongoDB, one document each; and one lock for each organisation in which one is going on. */
final class MongoPeopleLog implements PeopleLog {

    /** A lock older than this was left by a crash: no change takes nearly as long. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final String AT = "at";
    private static final String ABOUT = "about";
    private static final String CHANGE = "change";
    private static final String DETAIL = "detail";
    private static final String ORGANISATION = "organisation";
    private static final String OUTCOME = "outcome";
    private static final String REQUEST = "request";

    private final MongoCollection<Document> changes;
    private final MongoCollection<Document> locks;
    private final Clock clock;

    MongoPeopleLog(MongoCollection<Document> changes, MongoCollection<Document> locks, Clock clock) {
        this.changes = changes;
        this.locks = locks;
        this.clock = clock;
    }

    void createIndexes() {
        Patient.with(changes).createIndex(Indexes.ascending(REQUEST), new IndexOptions().unique(true));
        Patient.with(changes).createIndex(Indexes.ascending(ORGANISATION, Writes.ID));
    }

    @Override
    public Begun begin(PersonChange change) {
        if (!lock(change)) {
            return new Begun.Busy();
        }
        if (inserted(changes, document(change))) {
            return new Begun.Started(change, false);
        }
        PersonChange before = change(
                Optional.ofNullable(changes.find(eq(REQUEST, change.request())).first())
                        .orElseThrow());
        if (before.isNoRepeat(change)) {
            changes.updateOne(eq(Writes.ID, before.id()), Updates.set(REQUEST, before.requestOnceOver()));
            if (inserted(changes, document(change))) {
                return new Begun.Started(change, false);
            }
        }
        if (before.unfinished() && before.lock().equals(change.lock())) {
            locks.updateOne(eq(Writes.ID, change.lock()), Updates.set(CHANGE, before.id()));
            changes.updateOne(eq(Writes.ID, before.id()), Updates.set(DETAIL, change.detail()));
            return new Begun.Started(before, true);
        }
        unlock(change);
        return before.unfinished() ? new Begun.Busy() : new Begun.Before(before);
    }

    @Override
    public void end(PersonChange change, PersonChange.Outcome outcome, Optional<PersonId> about) {
        Bson ended = Updates.set(OUTCOME, outcome.code());
        changes.updateOne(
                eq(Writes.ID, change.id()),
                about.map(id -> Updates.combine(ended, Updates.set(ABOUT, id.toString())))
                        .orElse(ended));
        unlock(change);
    }

    @Override
    public List<PersonChange> list(Optional<String> before, int limit, PeopleKeeper keeper) {
        return changes.find(and(
                        keeper.only()
                                .map(ukprn -> eq(ORGANISATION, ukprn.value()))
                                .orElse(empty()),
                        before.map(id -> lt(Writes.ID, id)).orElse(empty())))
                .sort(Sorts.descending(Writes.ID))
                .limit(limit)
                .map(MongoPeopleLog::change)
                .into(new ArrayList<>());
    }

    private boolean lock(PersonChange change) {
        var lock = new Document(Writes.ID, change.lock())
                .append(CHANGE, change.id())
                .append(AT, Date.from(clock.instant()));
        if (inserted(locks, lock)) {
            return true;
        }
        Date leftBehind = Date.from(clock.instant().minus(LEASE));
        return locks.deleteOne(and(eq(Writes.ID, change.lock()), lt(AT, leftBehind)))
                                .getDeletedCount()
                        == 1
                && inserted(locks, lock);
    }

    private void unlock(PersonChange change) {
        locks.deleteOne(and(eq(Writes.ID, change.lock()), eq(CHANGE, change.id())));
    }

    private static boolean inserted(MongoCollection<Document> into, Document document) {
        try {
            into.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static Document document(PersonChange change) {
        return new Document(Writes.ID, change.id())
                .append(REQUEST, change.request())
                .append(AT, Date.from(change.at()))
                .append("by", change.by())
                .append("kind", change.kind().code())
                .append(ABOUT, change.about().map(PersonId::toString).orElse(null))
                .append("username", change.username())
                .append(ORGANISATION, change.organisation().map(Ukprn::value).orElse(null))
                .append(DETAIL, change.detail())
                .append(OUTCOME, change.outcome().code());
    }

    private static PersonChange change(Document document) {
        return new PersonChange(
                document.getString(Writes.ID),
                document.getString(REQUEST),
                document.getDate(AT).toInstant(),
                document.getString("by"),
                PersonChange.Kind.of(document.getString("kind")),
                Optional.ofNullable(document.getString(ABOUT)).flatMap(PersonId::parse),
                document.getString("username"),
                Optional.ofNullable(document.getString(ORGANISATION)).flatMap(Ukprn::parse),
                document.getString(DETAIL),
                PersonChange.Outcome.of(document.getString(OUTCOME)));
    }
}
