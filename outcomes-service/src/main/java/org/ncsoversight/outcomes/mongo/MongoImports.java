package org.ncsoversight.outcomes.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.outcomes.importing.ImportId;
import org.ncsoversight.outcomes.importing.ImportStore;
import org.ncsoversight.outcomes.importing.ImportedFile;
import org.ncsoversight.outcomes.importing.ImportedFile.Counts;
import org.ncsoversight.outcomes.importing.ImportedFile.State;
import org.ncsoversight.outcomes.importing.ProviderMonth;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.FileOwner;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.outcomes.model.Ukprn;
import org.ncsoversight.outcomes.security.VisibleProviders;

/** Imports, what they hold until they are applied, and the counter that orders them. */
class MongoImports implements ImportStore {

    /** Set by the commit alone, so that the unique index knows committed imports only. */
    static final String IDENTITY = "identity";

    private static final String HOLDER = "holder";
    private static final String HELD_UNTIL = "heldUntil";
    private static final String TOUCHED = "touchedMonths";

    private final MongoCollection<Document> imports;
    private final MongoCollection<Document> chunks;
    private final MongoCollection<Document> counters;

    MongoImports(MongoCollections collections) {
        imports = collections.imports();
        chunks = collections.importChunks();
        counters = collections.counters();
    }

    @Override
    public long nextOrder() {
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        var counter = counters.findOneAndUpdate(eq("_id", "imports"), inc("last", 1L), options);
        if (counter == null) {
            throw new IllegalStateException("An upsert answered nothing");
        }
        return counter.get("last", Number.class).longValue();
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
    public void write(ImportId id, int chunk, List<Claim> claims) {
        chunks.insertOne(new Document("_id", chunkId(id, chunk))
                .append("claims", claims.stream().map(ClaimDocument::of).toList()));
    }

    @Override
    public Commit commit(ImportedFile writing) {
        try {
            var committed = imports.updateOne(
                    and(byId(writing.id()), inState(State.WRITING)),
                    combine(set(ImportDocument.STATE, State.COMMITTED.name()), set(IDENTITY, writing.identity())));
            return committed.getMatchedCount() == 1
                    ? new Commit.Committed(writing.committed())
                    : new Commit.Abandoned();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return new Commit.Earlier(earlier(writing));
            }
            throw e;
        }
    }

    @Override
    public boolean hold(ImportId id, UUID holder, Instant now, Instant until) {
        var free = Filters.or(eq(HOLDER, null), eq(HOLDER, holder.toString()), lt(HELD_UNTIL, now));
        return imports.updateOne(
                                and(byId(id), inState(State.COMMITTED), free),
                                combine(set(HOLDER, holder.toString()), set(HELD_UNTIL, until)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void release(ImportId id, UUID holder) {
        imports.updateOne(and(byId(id), eq(HOLDER, holder.toString())), combine(unset(HOLDER), unset(HELD_UNTIL)));
    }

    @Override
    public void touch(ImportId id, Set<ProviderMonth> months) {
        imports.updateOne(
                byId(id),
                addEachToSet(TOUCHED, months.stream().map(MongoTotals::idOf).toList()));
    }

    @Override
    public Set<ProviderMonth> touched(ImportId id) {
        var found = imports.find(byId(id)).projection(include(TOUCHED)).first();
        return found == null
                ? Set.of()
                : found.getList(TOUCHED, String.class, List.of()).stream()
                        .map(MongoTotals::monthOf)
                        .collect(Collectors.toSet());
    }

    @Override
    public void supersede(FileOwner owner, Touchpoint touchpoint, long order) {
        imports.updateMany(
                and(
                        eq("owner", owner.value()),
                        eq("touchpoint", touchpoint.value()),
                        ne(IDENTITY, null),
                        lt("order", order)),
                unset(IDENTITY));
    }

    @Override
    public void progress(ImportId id, int chunksApplied) {
        imports.updateOne(and(byId(id), inState(State.COMMITTED)), set(ImportDocument.CHUNKS_APPLIED, chunksApplied));
    }

    @Override
    public Optional<List<Claim>> chunk(ImportId id, int chunk) {
        return Optional.ofNullable(chunks.find(eq("_id", chunkId(id, chunk))).first())
                .map(found -> found.getList("claims", Document.class).stream()
                        .map(ClaimDocument::claimOf)
                        .toList());
    }

    @Override
    public ImportedFile applied(ImportedFile committed, Counts counts) {
        imports.updateOne(
                and(byId(committed.id()), inState(State.COMMITTED)),
                combine(
                        set(ImportDocument.STATE, State.APPLIED.name()),
                        set(ImportDocument.COUNTS, ImportDocument.of(counts)),
                        unset(TOUCHED)));
        forgetChunks(committed);
        var stands = imports.find(byId(committed.id())).first();
        if (stands == null) {
            throw new IllegalStateException("A committed import is gone");
        }
        return ImportDocument.fileOf(stands);
    }

    @Override
    public void abandon(ImportedFile writing) {
        // First the import, so that it can no longer be committed when its chunks go.
        if (imports.deleteOne(and(byId(writing.id()), inState(State.WRITING))).getDeletedCount() == 1) {
            forgetChunks(writing);
        }
    }

    @Override
    public Optional<ImportedFile> committedAs(String identity) {
        return Optional.ofNullable(imports.find(eq(IDENTITY, identity)).first()).map(ImportDocument::fileOf);
    }

    @Override
    public List<ImportedFile> in(State state, Instant startedBefore) {
        return imports.find(and(inState(state), lt(ImportDocument.STARTED_AT, startedBefore)))
                .map(ImportDocument::fileOf)
                .into(new ArrayList<>());
    }

    @Override
    public void forgetRefused(Instant startedBefore) {
        imports.deleteMany(and(inState(State.REFUSED), lt(ImportDocument.STARTED_AT, startedBefore)));
    }

    @Override
    public Optional<ImportedFile> find(ImportId id, VisibleProviders visible) {
        return Optional.ofNullable(
                        imports.find(and(byId(id), of(visible), certain())).first())
                .map(ImportDocument::fileOf);
    }

    private ImportedFile earlier(ImportedFile writing) {
        return committedAs(writing.identity())
                .orElseThrow(() -> new IllegalStateException("The unique index knows an import that is not there"));
    }

    private void forgetChunks(ImportedFile file) {
        var ids = new ArrayList<String>();
        for (int chunk = 0; chunk < file.chunks(); chunk++) {
            ids.add(chunkId(file.id(), chunk));
        }
        chunks.deleteMany(Filters.in("_id", ids));
    }

    private static String chunkId(ImportId id, int chunk) {
        return id.value() + "/" + chunk;
    }

    private static Bson byId(ImportId id) {
        return eq("_id", id.value().toString());
    }

    private static Bson inState(State state) {
        return eq(ImportDocument.STATE, state.name());
    }

    private static Bson certain() {
        return Filters.in(ImportDocument.STATE, State.REFUSED.name(), State.COMMITTED.name(), State.APPLIED.name());
    }

    private static Bson of(VisibleProviders visible) {
        return visible.restriction()
                .map(providers -> Filters.in(
                        ImportDocument.OWNER,
                        providers.stream().map(Ukprn::value).toList()))
                .orElse(empty());
    }
}
