package org.ncsoversight.criteria.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.messages.Announcements;
import org.ncsoversight.criteria.model.register.Accreditation;
import org.ncsoversight.criteria.model.register.Provider;
import org.ncsoversight.criteria.model.register.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.model.register.Ukprn;
import org.ncsoversight.criteria.model.standard.EditionId;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.ncsoversight.criteria.store.ProviderStore;

/** Providers in MongoDB, one document each under its UKPRN. */
final class MongoProviderStore implements ProviderStore {

    private static final String NAME = "name";
    private static final String KIND = "kind";
    private static final String ACCREDITATION = "accreditation";
    private static final String EDITION = "edition";
    private static final String ACCREDITED_ON = "accreditedOn";

    private final MongoCollection<Document> providers;
    private final Writes writes;

    MongoProviderStore(MongoCollections collections, Runnable afterWrite) {
        providers = collections.providers();
        writes = new Writes(providers, afterWrite);
    }

    @Override
    public Optional<Provider> find(Ukprn ukprn, VisibleProviders visible) {
        return Optional.ofNullable(providers
                        .find(and(eq(Writes.ID, ukprn.value()), only(visible)))
                        .first())
                .map(MongoProviderStore::provider);
    }

    @Override
    public List<Provider> list(Query query, VisibleProviders visible) {
        var filters = new ArrayList<Bson>(List.of(only(visible)));
        query.kind().ifPresent(kind -> filters.add(eq(KIND, kind.code())));
        query.among().ifPresent(ukprns -> filters.add(among(ukprns)));
        query.after().ifPresent(ukprn -> filters.add(gt(Writes.ID, ukprn.value())));
        return providers
                .find(and(filters))
                .sort(Sorts.ascending(Writes.ID))
                .limit(query.limit())
                .map(MongoProviderStore::provider)
                .into(new ArrayList<>());
    }

    @Override
    public boolean add(ProviderRecorded event) {
        return writes.insert(document(event.provider()), Announcements.of(event));
    }

    @Override
    public boolean replace(ProviderRecorded event) {
        return writes.update(document(event.provider()), Announcements.of(event));
    }

    private static Bson only(VisibleProviders visible) {
        return visible.only().map(MongoProviderStore::among).orElse(empty());
    }

    private static Bson among(Collection<Ukprn> ukprns) {
        return in(Writes.ID, ukprns.stream().map(Ukprn::value).toList());
    }

    private static Document document(Provider provider) {
        return new Document(Writes.ID, provider.ukprn().value())
                .append(Writes.VERSION, provider.version())
                .append(NAME, provider.name())
                .append(KIND, provider.kind().code())
                .append(
                        ACCREDITATION,
                        provider.accreditation()
                                .map(accreditation -> new Document(
                                                EDITION, accreditation.edition().value())
                                        .append(
                                                ACCREDITED_ON,
                                                accreditation.accreditedOn().toString()))
                                .orElse(null));
    }

    private static Provider provider(Document document) {
        return new Provider(
                new Ukprn(document.getString(Writes.ID)),
                document.getLong(Writes.VERSION),
                document.getString(NAME),
                Provider.Kind.parse(document.getString(KIND)).orElseThrow(),
                Optional.ofNullable(accreditation(document.get(ACCREDITATION, Document.class))));
    }

    private static @Nullable Accreditation accreditation(@Nullable Document document) {
        return document == null
                ? null
                : new Accreditation(
                        new EditionId(document.getString(EDITION)), LocalDate.parse(document.getString(ACCREDITED_ON)));
    }
}
