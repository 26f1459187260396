package org.ncsoversight.outcomes.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.ncsoversight.outcomes.model.Contract;
import org.ncsoversight.outcomes.model.Contracts;
import org.ncsoversight.outcomes.model.Provider;
import org.ncsoversight.outcomes.model.ProviderRegister;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.outcomes.model.Ukprn;

/** The register as we heard of it. */
class MongoProviderRegister implements ProviderRegister {

    private final MongoCollection<Document> providers;
    private final MongoCollection<Document> contracts;

    MongoProviderRegister(MongoCollection<Document> providers, MongoCollection<Document> contracts) {
        this.providers = providers;
        this.contracts = contracts;
    }

    @Override
    public void remember(Contract contract, long version) {
        keepNewest(
                contracts,
                new Document("_id", contract.touchpoint().value() + "/" + contract.from())
                        .append("version", version)
                        .append("touchpoint", contract.touchpoint().value())
                        .append("area", contract.area())
                        .append("from", contract.from().toString())
                        .append("to", contract.to().map(LocalDate::toString).orElse(null))
                        .append("prime", contract.prime().value())
                        .append(
                                "subcontractors",
                                contract.subcontractors().stream()
                                        .map(Ukprn::value)
                                        .toList()));
    }

    @Override
    public void remember(Provider provider, long version) {
        keepNewest(
                providers,
                new Document("_id", provider.ukprn().value())
                        .append("version", version)
                        .append("name", provider.name()));
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
                .sort(ascending("name"))
                .map(MongoProviderRegister::providerOf)
                .into(new ArrayList<>());
    }

    /** Replaces an older version or inserts a new thing; the duplicate key says that ours is not newer. */
    private static void keepNewest(MongoCollection<Document> collection, Document heard) {
        try {
            collection.replaceOne(
                    and(eq("_id", heard.getString("_id")), lt("version", heard.getLong("version"))),
                    heard,
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private static Contract contractOf(Document document) {
        return new Contract(
                new Touchpoint(document.getString("touchpoint")),
                document.getString("area"),
                LocalDate.parse(document.getString("from")),
                Optional.ofNullable(document.getString("to")).map(LocalDate::parse),
                new Ukprn(document.getString("prime")),
                new HashSet<>(document.getList("subcontractors", String.class).stream()
                        .map(Ukprn::new)
                        .toList()));
    }

    private static Provider providerOf(Document document) {
        return new Provider(new Ukprn(document.getString("_id")), document.getString("name"));
    }
}
