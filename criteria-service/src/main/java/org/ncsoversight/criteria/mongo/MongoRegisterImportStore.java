package org.ncsoversight.criteria.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.criteria.store.RegisterImport;
import org.ncsoversight.criteria.store.RegisterImport.BadRow;
import org.ncsoversight.criteria.store.RegisterImport.Counts;
import org.ncsoversight.criteria.store.RegisterImport.Kind;
import org.ncsoversight.criteria.store.RegisterImport.State;
import org.ncsoversight.criteria.store.RegisterImportStore;

/** Imports into the register in MongoDB, one document each. */
final class MongoRegisterImportStore implements RegisterImportStore {

    static final String STATE = "state";

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
                .append("by", imported.by());
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
                document.getString("by"));
    }
}
