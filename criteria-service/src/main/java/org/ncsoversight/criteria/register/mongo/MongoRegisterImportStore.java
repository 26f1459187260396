package org.ncsoversight.criteria.register.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.criteria.mongo.Writes;
import org.ncsoversight.criteria.register.store.RegisterImport;
import org.ncsoversight.criteria.register.store.RegisterImport.Counts;
import org.ncsoversight.criteria.register.store.RegisterImport.Kind;
import org.ncsoversight.criteria.register.store.RegisterImport.State;
import org.ncsoversight.criteria.register.store.RegisterImportStore;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;

/** Imports into the register in MongoDB, one document each. */
final class MongoRegisterImportStore implements RegisterImportStore {

    static final String STATE = "state";

    private static final String HOLDER = "holder";
    private static final String HELD_UNTIL = "heldUntil";

    private final MongoCollection<Document> imports;

    MongoRegisterImportStore(MongoCollection<Document> imports) {
        this.imports = imports;
    }

    @Override
    public Optional<RegisterImport> find(UUID id) {
        return Optional.ofNullable(imports.find(eq(Writes.ID, id.toString())).first())
                .map(MongoRegisterImportStore::imported);
    }

    @Override
    public List<RegisterImport> unfinished() {
        return imports.find(eq(STATE, State.APPLYING.name()))
                .map(MongoRegisterImportStore::imported)
                .into(new ArrayList<>());
    }

    @Override
    public boolean hold(UUID id, UUID holder, Instant now, Instant until) {
        var free = or(eq(HOLDER, null), eq(HOLDER, holder.toString()), lt(HELD_UNTIL, Date.from(now)));
        return imports.updateOne(
                                and(eq(Writes.ID, id.toString()), eq(STATE, State.APPLYING.name()), free),
                                combine(set(HOLDER, holder.toString()), set(HELD_UNTIL, Date.from(until))))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void release(UUID id, UUID holder) {
        imports.updateOne(
                and(eq(Writes.ID, id.toString()), eq(HOLDER, holder.toString())),
                combine(unset(HOLDER), unset(HELD_UNTIL)));
    }

    @Override
    public void save(RegisterImport imported) {
        imports.replaceOne(
                eq(Writes.ID, imported.id().toString()), document(imported), new ReplaceOptions().upsert(true));
    }

    private static Document document(RegisterImport imported) {
        Counts counts = imported.counts();
        return new Document(Writes.ID, imported.id().toString())
                .append("kind", imported.kind().code())
                .append(STATE, imported.state().name())
                .append("goodRowsOnly", imported.goodRowsOnly())
                .append("sha256", imported.sha256())
                .append("rows", counts.rows())
                .append("created", counts.created())
                .append("changed", counts.changed())
                .append("unchanged", counts.unchanged())
                .append("rejected", counts.rejected())
                .append(
                        "badRows",
                        imported.badRows().stream()
                                .map(bad -> new Document("row", bad.row())
                                        .append("column", bad.column())
                                        .append("code", bad.code())
                                        .append("message", bad.message()))
                                .toList())
                .append("content", imported.content())
                .append("at", Date.from(imported.at()))
                .append("by", imported.by())
                .append("readAs", new Document(imported.readAs().fields()));
    }

    private static RegisterImport imported(Document document) {
        return new RegisterImport(
                UUID.fromString(document.getString(Writes.ID)),
                Kind.parse(document.getString("kind")).orElseThrow(),
                State.valueOf(document.getString(STATE)),
                document.getBoolean("goodRowsOnly"),
                document.getString("sha256"),
                new Counts(
                        document.getInteger("rows"),
                        document.getInteger("created"),
                        document.getInteger("changed"),
                        document.getInteger("unchanged"),
                        document.getInteger("rejected")),
                document.getList("badRows", Document.class).stream()
                        .map(bad -> new BadRow(
                                bad.getInteger("row"),
                                bad.getString("column"),
                                bad.getString("code"),
                                bad.getString("message")))
                        .toList(),
                document.getString("content"),
                document.getDate("at").toInstant(),
                document.getString("by"),
                ReadAs.of(document.get("readAs", Document.class)));
    }
}
