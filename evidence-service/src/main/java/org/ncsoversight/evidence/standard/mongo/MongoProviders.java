package org.ncsoversight.evidence.standard.mongo;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.mongo.Newest;
import org.ncsoversight.evidence.standard.KnownProviders;

/** One document per provider. */
public final class MongoProviders implements KnownProviders {

    private final MongoCollection<Document> collection;

    public MongoProviders(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public void keep(Provider provider) {
        Newest.keep(collection, provider.id().ukprn(), provider.version(), new Document("name", provider.name()));
    }

    @Override
    public Map<ProviderId, String> namesOf(Collection<ProviderId> providers) {
        var ukprns = providers.stream().map(ProviderId::ukprn).distinct().toList();
        return Away.unless(() -> {
            var names = new HashMap<ProviderId, String>();
            collection
                    .find(in("_id", ukprns))
                    .forEach(document ->
                            names.put(new ProviderId(document.getString("_id")), document.getString("name")));
            return Map.copyOf(names);
        });
    }

    @Override
    public List<ProviderId> all() {
        return Away.unless(() -> List.copyOf(collection
                .find()
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))
                .map(document -> new ProviderId(document.getString("_id")))
                .into(new ArrayList<>())));
    }
}
