package org.ncsoversight.reporting.readmodel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.reporting.contract.BandChangedMessage;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.contract.Wire;
import org.ncsoversight.reporting.readiness.Band;
import org.ncsoversight.reporting.security.VisibleProviders;
import org.springframework.stereotype.Component;

/** The newest readiness of each provider and all changes that led to it. */
@Component
public class ReadinessStore {

    private final MongoCollection<Document> readiness;
    private final MongoCollection<Document> changes;

    ReadinessStore(MongoDatabase database) {
        readiness = database.getCollection("readiness");
        changes = database.getCollection("changes");
        Patient.with(changes).createIndex(Indexes.ascending("ukprn"));
    }

    /**
     * Which providers are wanted; null means no restriction.
     *
     * @param ukprns exactly these
     * @param band with a criterion: that criterion has it; without: any criterion has it
     */
    public record Wanted(
            @Nullable Set<String> ukprns,
            @Nullable Band band,
            @Nullable String criterion,
            @Nullable String after) {

        /** Everything visible. */
        public static final Wanted ALL = new Wanted(null, null, null, null);
    }

    /** One entry of the history. */
    public record Change(Instant recordedAt, BandChangedMessage change) {

        /** Sorts by version within a provider. */
        public String id() {
            return "%s/%012d/%s".formatted(change.ukprn(), change.version(), change.criterion());
        }
    }

    void keep(Collection<ReadinessMessage> messages) {
        Map<String, Document> newest = new LinkedHashMap<>();
        for (ReadinessMessage message : messages) {
            Document known = newest.get(message.ukprn());
            if (known == null || known.get("version", Number.class).longValue() < message.version()) {
                newest.put(message.ukprn(), document(message).append("_id", message.ukprn()));
            }
        }
        Upserts.newest(readiness, newest.values());
    }

    void keepChanges(Collection<Change> entries) {
        Map<String, Document> documents = new LinkedHashMap<>();
        for (Change entry : entries) {
            documents.put(
                    entry.id(),
                    document(entry.change())
                            .append("_id", entry.id())
                            .append("recordedAt", entry.recordedAt().toString()));
        }
        Upserts.newest(changes, documents.values());
    }

    /** Ordered by UKPRN. */
    public List<ReadinessMessage> find(VisibleProviders visible, Wanted wanted, int limit) {
        List<ReadinessMessage> found = new ArrayList<>();
        for (Document document : readiness
                .find(filter(visible, wanted))
                .sort(Sorts.ascending("_id"))
                .limit(limit)) {
            found.add(message(document));
        }
        return found;
    }

    /** Empty for a provider that does not exist and for one that is not visible. */
    public Optional<ReadinessMessage> of(VisibleProviders visible, String ukprn) {
        return visible.includes(ukprn)
                ? Optional.ofNullable(readiness.find(Filters.eq("_id", ukprn)).first())
                        .map(ReadinessStore::message)
                : Optional.empty();
    }

    /** Newest first; starts below the id of the last entry seen. */
    public List<Change> history(VisibleProviders visible, String ukprn, @Nullable String after, int limit) {
        List<Change> found = new ArrayList<>();
        if (visible.includes(ukprn)) {
            Bson ofProvider = Filters.eq("ukprn", ukprn);
            Bson filter = after == null ? ofProvider : Filters.and(ofProvider, Filters.lt("_id", after));
            for (Document document :
                    changes.find(filter).sort(Sorts.descending("_id")).limit(limit)) {
                found.add(new Change(
                        Instant.parse(document.getString("recordedAt")),
                        Wire.JSON.readValue(document.toJson(), BandChangedMessage.class)));
            }
        }
        return found;
    }

    private static Bson filter(VisibleProviders visible, Wanted wanted) {
        List<Bson> all = new ArrayList<>();
        visible.restrictedTo().ifPresent(ukprns -> all.add(Filters.in("_id", ukprns)));
        if (wanted.ukprns() != null) {
            all.add(Filters.in("_id", wanted.ukprns()));
        }
        if (wanted.after() != null) {
            all.add(Filters.gt("_id", wanted.after()));
        }
        if (wanted.band() != null) {
            Bson band = Filters.eq("band", wanted.band().name());
            all.add(Filters.elemMatch(
                    "criteria",
                    wanted.criterion() == null ? band : Filters.and(Filters.eq("code", wanted.criterion()), band)));
        }
        return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }

    private static Document document(Object message) {
        return Document.parse(Wire.JSON.writeValueAsString(message));
    }

    private static ReadinessMessage message(Document document) {
        return Wire.JSON.readValue(document.toJson(), ReadinessMessage.class);
    }
}
