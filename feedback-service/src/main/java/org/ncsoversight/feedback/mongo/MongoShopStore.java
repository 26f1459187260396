package org.ncsoversight.feedback.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.ncsoversight.feedback.contract.FeedbackMessage;
import org.ncsoversight.feedback.model.FeedbackEvent.ShopRecorded;
import org.ncsoversight.feedback.model.Shop;
import org.ncsoversight.feedback.model.ShopId;
import org.ncsoversight.feedback.security.VisibleProviders;
import org.ncsoversight.feedback.shopping.ShopStore;
import org.ncsoversight.outbox.Outbox;
import tools.jackson.databind.json.JsonMapper;

/** Shops in MongoDB, each with its unsent event beside it. */
final class MongoShopStore implements ShopStore {

    private final MongoCollection<Document> shops;
    private final JsonMapper json;
    private final Runnable written;

    MongoShopStore(MongoCollection<Document> shops, JsonMapper json, Runnable written) {
        this.shops = shops;
        this.json = json;
        this.written = written;
    }

    @Override
    public Optional<Shop> add(ShopRecorded recorded) {
        var shop = recorded.shop();
        try {
            shops.insertOne(Outbox.insert(ShopDocument.of(shop), List.of(FeedbackMessage.eventOf(recorded, json))));
            written.run();
            return Optional.empty();
        } catch (MongoWriteException e) {
            if (Errors.isDuplicateKey(e)) {
                var earlier =
                        shops.find(eq("_id", shop.id().value().toString())).first();
                return Optional.of(ShopDocument.read(Objects.requireNonNull(earlier)));
            }
            throw e;
        }
    }

    @Override
    public Optional<Shop> find(ShopId id, VisibleProviders visible) {
        var found = shops.find(and(eq("_id", id.value().toString()), Visibility.of(visible, "ukprn")))
                .first();
        return Optional.ofNullable(found).map(ShopDocument::read);
    }
}
