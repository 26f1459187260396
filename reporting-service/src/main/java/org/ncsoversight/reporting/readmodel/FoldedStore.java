package org.ncsoversight.reporting.readmodel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.ncsoversight.reporting.contract.Folded;
import org.ncsoversight.reporting.contract.FoldedMessage;
import org.ncsoversight.reporting.contract.Wire;
import org.springframework.stereotype.Component;

/** How many things of each producer were folded, by provider. */
@Component
public class FoldedStore {

    private final MongoCollection<Document> folded;

    FoldedStore(MongoDatabase database) {
        folded = database.getCollection("folded");
    }

    void keep(Collection<FoldedMessage> messages) {
        Map<String, Document> newest = new LinkedHashMap<>();
        for (FoldedMessage message : messages) {
            Document known = newest.get(message.ukprn());
            if (known == null || known.get("version", Number.class).longValue() < message.version()) {
                newest.put(
                        message.ukprn(),
                        Document.parse(Wire.JSON.writeValueAsString(message)).append("_id", message.ukprn()));
            }
        }
        Upserts.newest(folded, newest.values());
    }

    /** By UKPRN; ask only for providers already known to be visible. */
    public Map<String, Folded> of(List<String> ukprns) {
        Map<String, Folded> found = new HashMap<>();
        for (Document document : folded.find(Filters.in("_id", ukprns))) {
            FoldedMessage message = Wire.JSON.readValue(document.toJson(), FoldedMessage.class);
            found.put(message.ukprn(), message.folded());
        }
        return found;
    }
}
