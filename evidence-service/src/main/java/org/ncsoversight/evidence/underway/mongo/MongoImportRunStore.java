package org.ncsoversight.evidence.underway.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.underway.ImportRun;
import org.ncsoversight.evidence.underway.ImportRun.Ending;
import org.ncsoversight.evidence.underway.ImportRunStore;

/** One document per import that took long. */
final class MongoImportRunStore implements ImportRunStore {

    private static final String ID = "_id";
    private static final String STARTED_AT = "startedAt";
    private static final String HELD_UNTIL = "heldUntil";
    private static final String DONE = "done";
    private static final String OF = "of";
    private static final String STATUS = "status";
    private static final String LOCATION = "location";
    private static final String BODY = "body";

    private final MongoCollection<Document> runs;

    MongoImportRunStore(MongoDatabase database, Duration kept) {
        runs = database.getCollection("importRuns");
        runs.createIndex(
                Indexes.ascending(STARTED_AT), new IndexOptions().expireAfter(kept.toSeconds(), TimeUnit.SECONDS));
    }

    @Override
    public void begin(ImportRun run) {
        Away.unless(() -> runs.insertOne(new Document(ID, run.id().toString())
                .append("provider", run.provider().ukprn())
                .append("what", run.what())
                .append("subject", run.by().subject())
                .append("username", run.by().username())
                .append(STARTED_AT, Date.from(run.startedAt()))
                .append(HELD_UNTIL, Date.from(run.heldUntil()))
                .append(DONE, run.done())
                .append(OF, run.of())));
    }

    @Override
    public void renew(UUID id, Instant heldUntil, int done, int of) {
        Away.unless(() -> runs.updateOne(
                eq(ID, id.toString()), combine(set(HELD_UNTIL, Date.from(heldUntil)), set(DONE, done), set(OF, of))));
    }

    @Override
    public void end(UUID id, Ending ending) {
        Away.unless(() -> runs.updateOne(
                eq(ID, id.toString()),
                combine(set(STATUS, ending.status()), set(LOCATION, ending.location()), set(BODY, ending.body()))));
    }

    @Override
    public Optional<ImportRun> find(UUID id, VisibleProviders own) {
        return Away.unless(() ->
                        Optional.ofNullable(runs.find(eq(ID, id.toString())).first()))
                .map(MongoImportRunStore::read)
                .filter(run -> own.includes(run.provider()));
    }

    private static ImportRun read(Document document) {
        var provider = new ProviderId(document.getString("provider"));
        @Nullable Integer status = document.getInteger(STATUS);
        return new ImportRun(
                UUID.fromString(document.getString(ID)),
                provider,
                document.getString("what"),
                new Person(document.getString("subject"), document.getString("username"), provider),
                document.getDate(STARTED_AT).toInstant(),
                document.getDate(HELD_UNTIL).toInstant(),
                document.getInteger(DONE),
                document.getInteger(OF),
                status == null ? null : new Ending(status, document.getString(LOCATION), document.getString(BODY)));
    }
}
