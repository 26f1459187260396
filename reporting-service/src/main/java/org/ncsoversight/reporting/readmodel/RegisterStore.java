package org.ncsoversight.reporting.readmodel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.reporting.contract.Wire;
import org.ncsoversight.reporting.heard.ContractMessage;
import org.ncsoversight.reporting.heard.EditionMessage;
import org.ncsoversight.reporting.heard.ProviderMessage;
import org.springframework.stereotype.Component;

/** What criteria-service says of providers, contracts and editions: small, so read whole. */
@Component
public class RegisterStore {

    private final MongoCollection<Document> providers;
    private final MongoCollection<Document> contracts;
    private final MongoCollection<Document> editions;

    RegisterStore(MongoDatabase database) {
        providers = database.getCollection("providers");
        contracts = database.getCollection("contracts");
        editions = database.getCollection("editions");
    }

    void keep(ProviderMessage message) {
        Upserts.newest(providers, List.of(document(message).append("_id", message.ukprn())));
    }

    void keep(ContractMessage message) {
        Upserts.newest(contracts, List.of(document(message).append("_id", message.contract())));
    }

    void keep(EditionMessage message) {
        Upserts.newest(editions, List.of(document(message).append("_id", message.edition())));
    }

    /** Names by UKPRN; ask only for providers already known to be visible. */
    public Map<String, String> namesOf(List<String> ukprns) {
        return read(providers, Filters.in("_id", ukprns), ProviderMessage.class).stream()
                .collect(Collectors.toMap(ProviderMessage::ukprn, ProviderMessage::name));
    }

    /** The contracts running on a day. */
    public List<ContractMessage> contractsOn(LocalDate day) {
        return read(contracts, Filters.empty(), ContractMessage.class).stream()
                .filter(contract ->
                        !day.isBefore(contract.from()) && (contract.to() == null || !day.isAfter(contract.to())))
                .toList();
    }

    /** Names of areas by touchpoint, on a day; those of one name are told apart by it. */
    public Map<String, String> areasOn(LocalDate day) {
        Map<String, String> areas = new TreeMap<>();
        contractsOn(day).forEach(contract -> areas.put(contract.touchpoint(), contract.area()));
        return toldApart(areas);
    }

    static Map<String, String> toldApart(Map<String, String> areas) {
        var told = new TreeMap<>(areas);
        told.replaceAll((touchpoint, name) ->
                Collections.frequency(areas.values(), name) == 1 ? name : name + " (" + touchpoint + ")");
        return told;
    }

    public Optional<EditionMessage> edition(String code) {
        return read(editions, Filters.eq("_id", code), EditionMessage.class).stream()
                .findFirst();
    }

    /** The edition to go by on a day. */
    public Optional<EditionMessage> editionInForceOn(LocalDate day) {
        return read(editions, Filters.empty(), EditionMessage.class).stream()
                .filter(edition -> edition.inForceOn(day))
                .max(Comparator.comparing(EditionMessage::inForceFrom).thenComparing(EditionMessage::edition));
    }

    private static <M> List<M> read(MongoCollection<Document> collection, Bson filter, Class<M> type) {
        List<M> found = new ArrayList<>();
        for (Document document : collection.find(filter)) {
            found.add(Wire.JSON.readValue(document.toJson(), type));
        }
        return found;
    }

    private static Document document(Object message) {
        return Document.parse(Wire.JSON.writeValueAsString(message));
    }
}
