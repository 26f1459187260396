package org.ncsoversight.evidence.registers.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.registers.store.RegisterImport;
import org.ncsoversight.evidence.registers.store.RegisterImport.Tally;
import org.ncsoversight.evidence.registers.store.RegisterImportStore;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;

/** One document per file. */
final class MongoRegisterImportStore implements RegisterImportStore {

    private final MongoCollection<Document> collection;

    MongoRegisterImportStore(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public void keep(RegisterImport done) {
        var tally = done.tally();
        var document = new Document("_id", done.id().toString())
                .append("provider", done.provider().ukprn())
                .append("register", done.register())
                .append("at", Date.from(done.at()))
                .append("by", done.by())
                .append("rows", tally.rows())
                .append("added", tally.added())
                .append("changed", tally.changed())
                .append("unchanged", tally.unchanged())
                .append("rejected", tally.rejected())
                .append("taken", done.taken())
                .append(
                        "badRows",
                        done.badRows().stream()
                                .map(bad -> new Document("row", bad.row())
                                        .append("column", bad.column())
                                        .append("code", bad.code())
                                        .append("message", bad.message()))
                                .toList())
                .append("readAs", new Document(done.readAs().fields()));
        Away.unless(() -> collection.insertOne(document));
    }

    @Override
    public Optional<RegisterImport> find(UUID id, VisibleProviders visible) {
        return Away.unless(() -> Optional.ofNullable(
                                collection.find(eq("_id", id.toString())).first())
                        .map(MongoRegisterImportStore::read))
                .filter(done -> visible.includes(done.provider()));
    }

    private static RegisterImport read(Document document) {
        return new RegisterImport(
                UUID.fromString(document.getString("_id")),
                new ProviderId(document.getString("provider")),
                document.getString("register"),
                document.getDate("at").toInstant(),
                document.getString("by"),
                new Tally(
                        document.getInteger("rows"),
                        document.getInteger("added"),
                        document.getInteger("changed"),
                        document.getInteger("unchanged"),
                        document.getInteger("rejected")),
                document.getBoolean("taken"),
                RegisterDocument.list(document, "badRows").stream()
                        .map(bad -> new BadRow(
                                bad.getInteger("row"),
                                bad.getString("column"),
                                bad.getString("code"),
                                bad.getString("message")))
                        .toList(),
                ReadAs.of(document.get("readAs", Document.class)));
    }
}
