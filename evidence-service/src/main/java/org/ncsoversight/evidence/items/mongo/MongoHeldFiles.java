package org.ncsoversight.evidence.items.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.store.HeldFiles;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.security.VisibleProviders;

/** By indexes on provider and fingerprint, and on provider and file. */
public final class MongoHeldFiles implements HeldFiles {

    private static final String SHA256 = EvidenceDocument.FILES + ".sha256";
    private static final String FILE = EvidenceDocument.FILES + ".id";

    /** A file that is in more evidence than this is known well enough. */
    private static final int MOST_EVIDENCE = 20;

    private final MongoCollection<Document> collection;

    public MongoHeldFiles(MongoDatabase database) {
        this.collection = database.getCollection(MongoConfiguration.EVIDENCE);
    }

    public static void createIndexes(MongoDatabase database) {
        var collection = database.getCollection(MongoConfiguration.EVIDENCE);
        Patient.with(collection).createIndex(Indexes.ascending(EvidenceDocument.PROVIDER, SHA256));
        Patient.with(collection).createIndex(Indexes.ascending(EvidenceDocument.PROVIDER, FILE));
    }

    @Override
    public List<Place> elsewhere(
            EvidenceId id, ProviderId provider, List<EvidenceFile> files, VisibleProviders visible) {
        Set<String> wanted = files.stream().map(EvidenceFile::sha256).collect(Collectors.toSet());
        return places(
                provider,
                visible,
                wanted,
                and(in(SHA256, wanted), ne(EvidenceDocument.ID, id.toString())),
                file -> wanted.contains(file.sha256()));
    }

    @Override
    public List<Place> among(Collection<UUID> files, ProviderId provider, VisibleProviders visible) {
        var wanted = Set.copyOf(files);
        return places(
                provider,
                visible,
                wanted,
                in(FILE, files.stream().map(UUID::toString).toList()),
                file -> wanted.contains(file.id()));
    }

    private List<Place> places(
            ProviderId provider,
            VisibleProviders visible,
            Collection<?> wanted,
            Bson condition,
            Predicate<EvidenceFile> matches) {
        if (wanted.isEmpty() || !visible.includes(provider)) {
            return List.of();
        }
        var found = Away.unless(() -> collection
                .find(and(eq(EvidenceDocument.PROVIDER, provider.ukprn()), condition))
                .limit(MOST_EVIDENCE)
                .map(EvidenceDocument::read)
                .into(new ArrayList<>()));
        var places = new ArrayList<Place>();
        for (Evidence other : found) {
            other.files().stream()
                    .filter(matches)
                    .forEach(file ->
                            places.add(new Place(other.id(), other.content().title(), file)));
        }
        return List.copyOf(places);
    }
}
