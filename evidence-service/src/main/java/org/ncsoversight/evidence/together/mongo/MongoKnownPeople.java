package org.ncsoversight.evidence.together.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.together.store.KnownPeople;

/** One document per person, by the identity provider's id; others may keep fields of their own in it. */
final class MongoKnownPeople implements KnownPeople {

    static final String USERNAME = "username";
    static final String ORGANISATION = "organisation";

    private final MongoCollection<Document> collection;

    MongoKnownPeople(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    @Override
    public void seen(Known known) {
        var organisation = known.person().organisation();
        var update = combine(
                set(USERNAME, known.person().username()),
                set(ORGANISATION, organisation == null ? null : organisation.ukprn()),
                set("email", known.email()),
                set("lead", known.lead()),
                set("seenAt", Date.from(known.seenAt())));
        Away.unless(() ->
                collection.updateOne(eq("_id", known.person().subject()), update, new UpdateOptions().upsert(true)));
    }

    @Override
    public Optional<Known> named(String username) {
        return Away.unless(() -> Optional.ofNullable(
                        collection.find(eq(USERNAME, username)).first()))
                .map(MongoKnownPeople::read);
    }

    @Override
    public List<Known> of(VisibleProviders providers, int limit) {
        var ukprns = providers.onlyThese().stream()
                .flatMap(only -> only.stream().map(ProviderId::ukprn))
                .toList();
        return Away.unless(() -> collection
                .find(in(ORGANISATION, ukprns))
                .sort(Sorts.ascending(USERNAME))
                .limit(limit)
                .map(MongoKnownPeople::read)
                .into(new ArrayList<>()));
    }

    @Override
    public List<Known> everybody(@Nullable String afterSubject, int limit) {
        return Away.unless(() -> collection
                .find(gt("_id", afterSubject == null ? "" : afterSubject))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(MongoKnownPeople::read)
                .into(new ArrayList<>()));
    }

    private static Known read(Document document) {
        @Nullable String organisation = document.getString(ORGANISATION);
        return new Known(
                new Person(
                        document.getString("_id"),
                        document.getString(USERNAME),
                        organisation == null ? null : new ProviderId(organisation)),
                document.getString("email"),
                document.getBoolean("lead", false),
                document.getDate("seenAt").toInstant());
    }
}
