package org.ncsoversight.evidence.files.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.files.store.FileScans;
import org.ncsoversight.evidence.mongo.Away;

/** One document per file, apart from the evidence: a scan is no change to what a provider said. */
final class MongoFileScans implements FileScans {

    private static final String ID = "_id";
    private static final String STATE = "state";
    private static final String DUE = "due";
    private static final String SINCE = "since";

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> files;
    private final ScanState stateOfNewFiles;
    private final Clock clock;

    MongoFileScans(MongoDatabase database, ScanState stateOfNewFiles, Clock clock) {
        this.collection = database.getCollection("scans");
        this.files = database.getCollection(MongoFileStore.BUCKET + ".files");
        this.stateOfNewFiles = stateOfNewFiles;
        this.clock = clock;
    }

    static void createIndexes(MongoDatabase database) {
        Patient.with(database.getCollection("scans")).createIndex(Indexes.ascending(DUE));
        Patient.with(database.getCollection("scans")).createIndex(Indexes.ascending(STATE, SINCE));
    }

    /** Before the first byte: a file is withheld first, and then it is there. */
    void begin(UUID file) {
        keep(FileScan.first(file, stateOfNewFiles, clock.instant()));
    }

    /** After the last byte, so that no half of a file is scanned. */
    void complete(UUID file) {
        collection.updateOne(id(file), Updates.set(DUE, Date.from(clock.instant())));
    }

    @Override
    public Map<UUID, FileScan> of(Collection<UUID> files) {
        if (files.isEmpty()) {
            return Map.of();
        }
        return Away.unless(() -> {
            var known = new HashMap<UUID, FileScan>();
            if (stateOfNewFiles == ScanState.QUARANTINED) {
                Instant now = clock.instant();
                files.forEach(file -> known.put(file, FileScan.first(file, ScanState.QUARANTINED, now)));
            }
            collection
                    .find(in(ID, files.stream().map(UUID::toString).toList()))
                    .map(MongoFileScans::read)
                    .forEach(scan -> known.put(scan.file(), scan.asFarAs(stateOfNewFiles)));
            return Map.copyOf(known);
        });
    }

    @Override
    public Optional<UUID> enqueueUnscanned(@Nullable UUID after, int limit) {
        return Away.unless(() -> {
            List<String> some = files.find(after == null ? new Document() : gt(ID, after.toString()))
                    .projection(Projections.include(ID))
                    .sort(Sorts.ascending(ID))
                    .limit(limit)
                    .map(file -> file.getString(ID))
                    .into(new ArrayList<>());
            if (some.isEmpty()) {
                return Optional.<UUID>empty();
            }
            var waiting = FileScan.first(UUID.fromString(some.getFirst()), ScanState.QUARANTINED, clock.instant());
            var fields = document(waiting).append(DUE, Date.from(waiting.since()));
            fields.remove(ID);
            collection.updateMany(
                    and(in(ID, some), eq(STATE, ScanState.UNSCANNED.word())), new Document("$set", fields));
            collection.bulkWrite(some.stream()
                    .map(file -> new UpdateOneModel<Document>(
                            eq(ID, file), new Document("$setOnInsert", fields), new UpdateOptions().upsert(true)))
                    .toList());
            return Optional.of(UUID.fromString(some.getLast()));
        });
    }

    @Override
    public List<FileScan> due(Instant now, int limit) {
        return Away.unless(() -> collection
                .find(lte(DUE, Date.from(now)))
                .sort(Sorts.ascending(DUE))
                .limit(limit)
                .map(MongoFileScans::read)
                .into(new ArrayList<>()));
    }

    @Override
    public boolean claim(FileScan scan, Instant until) {
        return Away.unless(() -> collection
                        .updateOne(and(id(scan.file()), eq(DUE, date(scan.due()))), Updates.set(DUE, Date.from(until)))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public void keep(FileScan scan) {
        Away.unless(() -> collection.replaceOne(id(scan.file()), document(scan), new ReplaceOptions().upsert(true)));
    }

    @Override
    public void forget(UUID file) {
        Away.unless(() -> collection.deleteOne(id(file)));
    }

    @Override
    public List<FileScan> infected(int limit) {
        return Away.unless(() -> collection
                .find(eq(STATE, ScanState.INFECTED.word()))
                .sort(Sorts.descending(SINCE))
                .limit(limit)
                .map(MongoFileScans::read)
                .into(new ArrayList<>()));
    }

    @Override
    public long quarantined() {
        return Away.unless(() -> collection.countDocuments(eq(STATE, ScanState.QUARANTINED.word())));
    }

    private static Bson id(UUID file) {
        return eq(ID, file.toString());
    }

    private static Document document(FileScan scan) {
        var document = new Document(ID, scan.file().toString())
                .append(STATE, scan.state().word())
                .append("attempts", scan.attempts())
                .append(SINCE, Date.from(scan.since()));
        Optional.ofNullable(scan.signature()).ifPresent(found -> document.append("signature", found));
        Optional.ofNullable(scan.trouble()).ifPresent(why -> document.append("trouble", why.name()));
        Optional.ofNullable(date(scan.due())).ifPresent(due -> document.append(DUE, due));
        return document;
    }

    private static FileScan read(Document document) {
        @Nullable String trouble = document.getString("trouble");
        @Nullable Date due = document.getDate(DUE);
        return new FileScan(
                UUID.fromString(document.getString(ID)),
                ScanState.valueOf(document.getString(STATE).toUpperCase(Locale.ROOT)),
                document.getString("signature"),
                trouble == null ? null : FileScan.Trouble.valueOf(trouble),
                document.getInteger("attempts", 0),
                document.getDate(SINCE).toInstant(),
                due == null ? null : due.toInstant());
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }
}
