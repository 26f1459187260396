package org.ncsoversight.evidence.exchange.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.ncsoversight.evidence.exchange.store.ImportedItems;
import org.ncsoversight.evidence.items.mongo.HistoryDocument;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.mongo.Away;

/** One document per imported item. */
final class MongoImportedItems implements ImportedItems {

    private final MongoCollection<Document> collection;

    MongoImportedItems(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public void keep(Imported imported) {
        Away.unless(() -> {
            try {
                collection.insertOne(HistoryDocument.by(imported.by())
                        .append("_id", imported.evidence().toString())
                        .append("at", Date.from(imported.at()))
                        .append("stateThere", imported.stateThere())
                        .append("trusted", imported.trusted()));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
            return true;
        });
    }

    @Override
    public Optional<Imported> find(EvidenceId evidence) {
        return Away.unless(() -> Optional.ofNullable(
                        collection.find(eq("_id", evidence.toString())).first()))
                .map(document -> new Imported(
                        evidence,
                        document.getDate("at").toInstant(),
                        HistoryDocument.person(document),
                        document.getString("stateThere"),
                        document.getBoolean("trusted")));
    }
}
