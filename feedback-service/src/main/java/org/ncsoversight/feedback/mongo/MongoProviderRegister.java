package org.ncsoversight.feedback.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static java.util.stream.Collectors.toSet;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.ncsoversight.feedback.model.Contract;
import org.ncsoversight.feedback.model.Contracts;
import org.ncsoversight.feedback.model.Provider;
import org.ncsoversight.feedback.model.ProviderRegister;
import org.ncsoversight.feedback.model.Touchpoint;
import org.ncsoversight.feedback.model.Ukprn;

/** The register in MongoDB. */
final class MongoProviderRegister implements ProviderRegister {

    private final MongoCollection<Document> contracts;
    private final MongoCollection<Document> providers;

    MongoProviderRegister(MongoDatabase database) {
        contracts = database.getCollection("contracts");
        providers = database.getCollection("providers");
    }

    @Override
    public void remember(Contract contract, long version) {
        var state = new Document("version", version)
                .append("touchpoint", contract.touchpoint().value())
                .append("from", contract.from().toString())
                .append("to", contract.to().map(LocalDate::toString).orElse(null))
                .append("prime", contract.prime().value())
                .append(
                        "subcontractors",
                        contract.subcontractors().stream()
                                .map(Ukprn::value)
                                .sorted()
                                .toList());
        remember(contracts, contract.touchpoint().value() + "/" + contract.from(), state, version);
    }

    @Override
    public void remember(Provider provider, long version) {
        var state = new Document("version", version).append("name", provider.name());
        remember(providers, provider.ukprn().value(), state, version);
    }

    @Override
    public Contracts contracts() {
        return new Contracts(
                contracts.find().map(MongoProviderRegister::contractOf).into(new ArrayList<>()));
    }

    @Override
    public Optional<Provider> provider(Ukprn ukprn) {
        return Optional.ofNullable(providers.find(eq("_id", ukprn.value())).first())
                .map(MongoProviderRegister::providerOf);
    }

    @Override
    public List<Provider> providers() {
        return providers
                .find()
                .sort(Sorts.ascending("name", "_id"))
                .map(MongoProviderRegister::providerOf)
                .into(new ArrayList<>());
    }

    /** Inserts, or updates an older version; when a newer one is there, the insert meets its id and is dropped. */
    private static void remember(MongoCollection<Document> collection, String id, Document state, long version) {
        try {
            collection.updateOne(
                    and(eq("_id", id), lt("version", version)),
                    new Document("$set", state),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (!Errors.isDuplicateKey(e)) {
                throw e;
            }
        }
    }

    private static Contract contractOf(Document document) {
        return new Contract(
                new Touchpoint(document.getString("touchpoint")),
                LocalDate.parse(document.getString("from")),
                Optional.ofNullable(document.getString("to")).map(LocalDate::parse),
                new Ukprn(document.getString("prime")),
                document.getList("subcontractors", String.class).stream()
                        .map(Ukprn::new)
                        .collect(toSet()));
    }

    private static Provider providerOf(Document document) {
        return new Provider(new Ukprn(document.getString("_id")), document.getString("name"));
    }
}
