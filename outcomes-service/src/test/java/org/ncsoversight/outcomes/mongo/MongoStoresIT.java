package org.ncsoversight.outcomes.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.outcomes.ClaimRows;
import org.ncsoversight.outcomes.importing.ClaimStore;
import org.ncsoversight.outcomes.importing.ImportStore;
import org.ncsoversight.outcomes.importing.StoreContract;
import org.ncsoversight.outcomes.viewing.Claims;
import tools.jackson.databind.json.JsonMapper;

class MongoStoresIT extends StoreContract {

    private final MongoCollections collections = MongoCollections.of(
            MongoClients.create(Mongo.uriOfNewDatabase()).getDatabase("outcomes-" + System.nanoTime()));
    private final MongoClaims claims =
            new MongoClaims(collections.claims(), new ClaimEvents(new JsonMapper()), () -> {});

    MongoStoresIT() {
        collections.createIndexes();
    }

    @Override
    protected ImportStore imports() {
        return new MongoImports(collections);
    }

    @Override
    protected ClaimStore claims() {
        return claims;
    }

    @Override
    protected Claims view() {
        return claims;
    }

    @Test
    void a_claim_and_its_event_are_one_document() {
        var first = claim(1, 1, ClaimRows.PRIME);
        claims.write(List.of(recorded(first)), 1);
        claims.write(List.of(recorded(first.withVersion(2))), 2);

        assertThat(collections
                        .claims()
                        .find()
                        .map(claim -> claim.getList("outbox", Document.class).size()))
                .containsExactly(2);
    }
}
