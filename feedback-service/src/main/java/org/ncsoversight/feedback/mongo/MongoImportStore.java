package org.ncsoversight.feedback.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.feedback.importing.ImportId;
import org.ncsoversight.feedback.importing.ImportStore;
import org.ncsoversight.feedback.importing.ImportedFile;
import org.ncsoversight.feedback.importing.ImportedFile.Counts;
import org.ncsoversight.feedback.importing.ImportedFile.State;
import org.ncsoversight.feedback.importing.ProviderMonth;
import org.ncsoversight.feedback.model.FileOwner;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.security.VisibleProviders;

/** Imports and their chunks in MongoDB; a unique claim decides who was first with a file. */
final class MongoImportStore implements ImportStore {

    static final String IMPORTS = "imports";
    private static final String CHUNKS = "import-chunks";
    private static final String COUNTERS = "counters";

    private final MongoCollection<Document> imports;
    private final MongoCollection<Document> chunks;
    private final MongoCollection<Document> counters;

    MongoImportStore(MongoDatabase database) {
        imports = database.getCollection(IMPORTS);
        chunks = database.getCollection(CHUNKS);
        counters = database.getCollection(COUNTERS);
    }

    void createIndexes() {
        // Only committed imports have a claim.
        Patient.with(imports)
                .createIndex(
                        Indexes.ascending("claim"),
                        new IndexOptions().unique(true).sparse(true));
        Patient.with(imports).createIndex(Indexes.ascending("state", "startedAt"));
        Patient.with(imports).createIndex(Indexes.descending("startedAt", "_id"));
        Patient.with(chunks).createIndex(Indexes.ascending("import"));
    }

    @Override
    public long nextOrder() {
        var counter = counters.findOneAndUpdate(
                eq("_id", "import-order"),
                inc("last", 1L),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(counter).get("last", Number.class).longValue();
    }

    @Override
    public void refuse(ImportedFile refused) {
        imports.insertOne(ImportDocument.of(refused));
    }

    @Override
    public void begin(ImportedFile writing) {
        imports.insertOne(ImportDocument.of(writing));
    }

    @Override
    public void write(ImportId id, int chunk, List<Response> responses) {
        chunks.insertOne(new Document("_id", chunkId(id, chunk))
                .append("import", id.value().toString())
                .append(
                        "responses",
                        responses.stream().map(ResponseDocument::of).toList()));
    }

    @Override
    public Commit commit(ImportedFile writing) {
        try {
            var update = combine(set("state", State.COMMITTED.name()), set("claim", writing.claim()));
            boolean done =
                    imports.updateOne(inState(writing, State.WRITING), update).getMatchedCount() == 1;
            return done ? new Commit.Committed(writing.committed()) : new Commit.Abandoned();
        } catch (MongoWriteException e) {
            if (Errors.isDuplicateKey(e)) {
                return new Commit.Earlier(committedAs(writing.claim()).orElseThrow());
            }
            throw e;
        }
    }

    @Override
    public boolean hold(ImportId id, UUID holder, Instant now, Instant until) {
        var free = Filters.or(eq("holder", null), eq("holder", holder.toString()), lt("heldUntil", Date.from(now)));
        return imports.updateOne(
                                and(byId(id), eq("state", State.COMMITTED.name()), free),
                                combine(set("holder", holder.toString()), set("heldUntil", Date.from(until))))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void release(ImportId id, UUID holder) {
        imports.updateOne(and(byId(id), eq("holder", holder.toString())), combine(unset("holder"), unset("heldUntil")));
    }

    @Override
    public void touch(ImportId id, Set<ProviderMonth> months) {
        imports.updateOne(
                byId(id),
                addEachToSet(
                        "touchedMonths", months.stream().map(MongoTotals::idOf).toList()));
    }

    @Override
    public Set<ProviderMonth> touched(ImportId id) {
        var found = imports.find(byId(id)).projection(include("touchedMonths")).first();
        return found == null
                ? Set.of()
                : found.getList("touchedMonths", String.class, List.of()).stream()
                        .map(MongoTotals::monthOf)
                        .collect(Collectors.toSet());
    }

    @Override
    public void supersede(FileOwner owner, long order) {
        imports.updateMany(and(eq("owner", owner.value()), ne("claim", null), lt("order", order)), unset("claim"));
    }

    @Override
    public void progress(ImportId id, int chunksApplied) {
        imports.updateOne(and(byId(id), eq("state", State.COMMITTED.name())), set("chunksApplied", chunksApplied));
    }

    @Override
    public Optional<List<Response>> chunk(ImportId id, int chunk) {
        return Optional.ofNullable(chunks.find(eq("_id", chunkId(id, chunk))).first())
                .map(document -> document.getList("responses", Document.class).stream()
                        .map(ResponseDocument::read)
                        .toList());
    }

    @Override
    public ImportedFile applied(ImportedFile committed, Counts counts) {
        imports.updateOne(
                inState(committed, State.COMMITTED),
                combine(
                        set("state", State.APPLIED.name()),
                        set("counts", ImportDocument.of(counts)),
                        unset("touchedMonths")));
        var now = ImportDocument.read(
                Objects.requireNonNull(imports.find(byId(committed)).first()));
        forgetChunks(committed.id());
        return now;
    }

    @Override
    public void abandon(ImportedFile writing) {
        // Taken out of reach of a commit first: a committed import must never lose its chunks.
        if (imports.deleteOne(inState(writing, State.WRITING)).getDeletedCount() == 1
                || imports.find(byId(writing)).first() == null) {
            forgetChunks(writing.id());
        }
    }

    @Override
    public Optional<ImportedFile> committedAs(String claim) {
        return Optional.ofNullable(imports.find(eq("claim", claim)).first()).map(ImportDocument::read);
    }

    @Override
    public List<ImportedFile> in(State state, Instant startedBefore) {
        return imports.find(and(eq("state", state.name()), lt("startedAt", Date.from(startedBefore))))
                .map(ImportDocument::read)
                .into(new ArrayList<>());
    }

    @Override
    public void forgetRefused(Instant startedBefore) {
        imports.deleteMany(and(eq("state", State.REFUSED.name()), lt("startedAt", Date.from(startedBefore))));
    }

    @Override
    public Optional<ImportedFile> find(ImportId id, VisibleProviders visible) {
        return Optional.ofNullable(imports.find(and(
                                byId(id),
                                Filters.in("state", State.REFUSED.name(), State.COMMITTED.name(), State.APPLIED.name()),
                                Visibility.of(visible, "owner")))
                        .first())
                .map(ImportDocument::read);
    }

    private void forgetChunks(ImportId id) {
        chunks.deleteMany(eq("import", id.value().toString()));
    }

    private static Bson inState(ImportedFile file, State state) {
        return and(byId(file), eq("state", state.name()));
    }

    private static Bson byId(ImportedFile file) {
        return byId(file.id());
    }

    private static Bson byId(ImportId id) {
        return eq("_id", id.value().toString());
    }

    private static String chunkId(ImportId id, int chunk) {
        return id.value() + "/" + chunk;
    }
}
