package org.ncsoversight.criteria.register.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.mongo.MongoCollections;
import org.ncsoversight.criteria.mongo.Writes;
import org.ncsoversight.criteria.register.messages.ProviderMessage;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.register.model.Succession;
import org.ncsoversight.criteria.register.model.accreditation.Step;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.VisibleProviders;

/** Providers in MongoDB, one document each under its UKPRN. */
final class MongoProviderStore implements ProviderStore {

    private static final String NAME = "name";
    private static final String KIND = "kind";
    private static final String ACCREDITATION = "accreditation";
    private static final String NAMES = "names";
    private static final String STEPS = "steps";
    private static final String SUCCEEDED_BY = "succeededBy";
    private static final String CHANGED_AT = "changedAt";

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
        // A text is sought in what was read: the whole register is a few hundred documents.
        try (var found =
                providers.find(and(filters)).sort(Sorts.ascending(Writes.ID)).iterator()) {
            var page = new ArrayList<Provider>();
            while (found.hasNext() && page.size() < query.limit()) {
                Provider provider = provider(found.next());
                if (query.isFoundIn(provider)) {
                    page.add(provider);
                }
            }
            return page;
        }
    }

    @Override
    public Map<Ukprn, Instant> changedAt(Set<Ukprn> ukprns, VisibleProviders visible) {
        var times = new HashMap<Ukprn, Instant>();
        providers
                .find(and(among(ukprns), only(visible)))
                .projection(Projections.include(CHANGED_AT))
                .forEach(document -> times.put(
                        new Ukprn(document.getString(Writes.ID)),
                        Optional.ofNullable(document.getDate(CHANGED_AT))
                                .map(Date::toInstant)
                                .orElse(Instant.EPOCH)));
        return times;
    }

    @Override
    public boolean add(ProviderRecorded event) {
        return writes.insert(document(event), ProviderMessage.event(event));
    }

    @Override
    public boolean replace(ProviderRecorded event) {
        return writes.update(document(event), ProviderMessage.event(event));
    }

    private static Bson only(VisibleProviders visible) {
        return visible.only().map(MongoProviderStore::among).orElse(empty());
    }

    private static Bson among(Collection<Ukprn> ukprns) {
        return in(Writes.ID, ukprns.stream().map(Ukprn::value).toList());
    }

    private static Document document(ProviderRecorded event) {
        Provider provider = event.provider();
        return new Document(Writes.ID, provider.ukprn().value())
                .append(Writes.VERSION, provider.version())
                .append(NAME, provider.name())
                .append(NAMES, RegisterDocuments.of(provider.names()))
                .append(KIND, provider.kind().code())
                .append(
                        STEPS,
                        provider.steps().stream().map(RegisterDocuments::of).toList())
                .append(
                        SUCCEEDED_BY,
                        provider.succeededBy()
                                .map(merger -> new Document("ukprn", merger.by().value())
                                        .append("on", merger.on().toString()))
                                .orElse(null))
                .append(CHANGED_AT, Date.from(event.recordedAt()));
    }

    private static Provider provider(Document document) {
        return new Provider(
                new Ukprn(document.getString(Writes.ID)),
                document.getLong(Writes.VERSION),
                RegisterDocuments.names(document, NAMES, NAME),
                Provider.Kind.parse(document.getString(KIND)).orElseThrow(),
                steps(document),
                Optional.ofNullable(document.get(SUCCEEDED_BY, Document.class))
                        .map(merger -> new Succession(
                                new Ukprn(merger.getString("ukprn")), LocalDate.parse(merger.getString("on")))));
    }

    // Before steps were recorded, a document held nothing but the day of the accreditation.
    private static List<Step> steps(Document document) {
        List<Document> steps = document.getList(STEPS, Document.class);
        if (steps != null) {
            return steps.stream().map(RegisterDocuments::step).toList();
        }
        return Optional.ofNullable(document.get(ACCREDITATION, Document.class))
                .map(RegisterDocuments::accredited)
                .map(List::of)
                .orElse(List.of());
    }
}
