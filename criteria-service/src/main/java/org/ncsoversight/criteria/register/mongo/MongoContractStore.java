package org.ncsoversight.criteria.register.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
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
import org.ncsoversight.criteria.model.Period;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.mongo.MongoCollections;
import org.ncsoversight.criteria.mongo.Writes;
import org.ncsoversight.criteria.register.messages.ContractMessage;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.ContractId;
import org.ncsoversight.criteria.register.model.RegisterEvent.ContractRecorded;
import org.ncsoversight.criteria.register.model.Touchpoint;
import org.ncsoversight.criteria.register.model.TouchpointContracts;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.security.VisibleProviders;

/** Contracts in MongoDB, all of one touchpoint in one document, so that one write checks and keeps them. */
final class MongoContractStore implements ContractStore {

    private static final String CONTRACTS = "contracts";
    private static final String AREAS = "areas";
    private static final String PROFILE = "profile";

    private final MongoCollection<Document> touchpoints;
    private final Writes writes;

    MongoContractStore(MongoCollections collections, Runnable afterWrite) {
        touchpoints = collections.contracts();
        writes = new Writes(touchpoints, afterWrite);
    }

    @Override
    public Optional<Contract> find(ContractId id, VisibleProviders visible) {
        return at(id.touchpoint()).find(id).filter(contract -> visible.includeAnyOf(contract.parties()));
    }

    @Override
    public List<Contract> list(Query query, VisibleProviders visible) {
        var filters = new ArrayList<Bson>(
                List.of(visible.only().map(MongoContractStore::with).orElse(empty())));
        query.party().ifPresent(party -> filters.add(with(List.of(party))));
        query.after()
                .ifPresent(
                        after -> filters.add(gte(Writes.ID, after.touchpoint().value())));
        try (var documents =
                touchpoints.find(and(filters)).sort(Sorts.ascending(Writes.ID)).iterator()) {
            var page = new ArrayList<Contract>();
            while (documents.hasNext() && page.size() < query.limit()) {
                contracts(documents.next()).contracts().stream()
                        .filter(contract -> visible.includeAnyOf(contract.parties()))
                        .filter(query::wants)
                        .limit(query.limit() - page.size())
                        .forEach(page::add);
            }
            return page;
        }
    }

    @Override
    public TouchpointContracts whole(Touchpoint touchpoint, VisibleProviders visible) {
        if (!visible.all()) {
            throw new IllegalArgumentException("Only callers who see every provider see a touchpoint whole");
        }
        return at(touchpoint);
    }

    @Override
    public boolean save(TouchpointContracts contracts, ContractRecorded event) {
        Document state = document(contracts);
        return contracts.version() == 1
                ? writes.insert(state, ContractMessage.event(event))
                : writes.update(state, ContractMessage.event(event));
    }

    private TouchpointContracts at(Touchpoint touchpoint) {
        Document kept = touchpoints.find(eq(Writes.ID, touchpoint.value())).first();
        return kept == null ? TouchpointContracts.noneYet(touchpoint) : contracts(kept);
    }

    private static Bson with(Collection<Ukprn> parties) {
        return in(MongoCollections.PARTIES, parties.stream().map(Ukprn::value).toList());
    }

    private static Document document(TouchpointContracts contracts) {
        return new Document(Writes.ID, contracts.touchpoint().value())
                .append(Writes.VERSION, contracts.version())
                .append(
                        CONTRACTS,
                        contracts.contracts().stream()
                                .map(MongoContractStore::document)
                                .toList());
    }

    private static Document document(Contract contract) {
        return new Document(Writes.VERSION, contract.version())
                .append("area", contract.area())
                .append(AREAS, RegisterDocuments.of(contract.areas()))
                .append(PROFILE, RegisterDocuments.of(contract.profile()))
                .append("from", contract.period().from().toString())
                .append("to", contract.period().to().map(LocalDate::toString).orElse(null))
                .append("prime", contract.prime().value())
                .append("parties", contract.parties().stream().map(Ukprn::value).toList());
    }

    private static TouchpointContracts contracts(Document document) {
        var touchpoint = new Touchpoint(document.getString(Writes.ID));
        return new TouchpointContracts(
                touchpoint,
                document.getLong(Writes.VERSION),
                document.getList(CONTRACTS, Document.class).stream()
                        .map(contract -> contract(touchpoint, contract))
                        .toList());
    }

    private static Contract contract(Touchpoint touchpoint, Document document) {
        var prime = new Ukprn(document.getString("prime"));
        return new Contract(
                touchpoint,
                document.getLong(Writes.VERSION),
                RegisterDocuments.names(document, AREAS, "area"),
                new Period(
                        LocalDate.parse(document.getString("from")),
                        Optional.ofNullable(document.getString("to")).map(LocalDate::parse)),
                prime,
                document.getList("parties", String.class).stream()
                        .map(Ukprn::new)
                        .filter(party -> !party.equals(prime))
                        .toList(),
                RegisterDocuments.profile(document.getList(PROFILE, Document.class)));
    }
}
