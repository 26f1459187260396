package org.ncsoversight.evidence.files.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.MongoGridFSException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.Binary;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.store.FileStore;
import org.ncsoversight.evidence.files.store.FileWithheld;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.mongo.Away;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files in GridFS, written and read a chunk at a time. */
public final class MongoFileStore implements FileStore {

    static final String BUCKET = "files";
    public static final String UPLOADS = "uploads";

    private static final Logger log = LoggerFactory.getLogger(MongoFileStore.class);

    /** Larger than GridFS's own 255 KiB: each chunk is a write of its own, and each write is made durable. */
    private static final int CHUNK_IN_BYTES = 1 << 20;

    private final GridFSBucket bucket;
    private final MongoCollection<Document> chunks;
    private final MongoCollection<Document> uploads;
    private final MongoFileScans scans;

    MongoFileStore(MongoDatabase database, MongoFileScans scans) {
        this.scans = scans;
        this.bucket = GridFSBuckets.create(database, BUCKET).withChunkSizeBytes(CHUNK_IN_BYTES);
        this.chunks = database.getCollection(BUCKET + ".chunks");
        this.uploads = database.getCollection(UPLOADS);
    }

    @Override
    public void begin(Upload upload) {
        if (!upload.files().isEmpty()) {
            Away.unless(() -> uploads.insertOne(new Document("_id", upload.id().toString())
                    .append("evidence", upload.evidence().toString())
                    .append("files", upload.files().stream().map(UUID::toString).toList())
                    .append("startedAt", Date.from(upload.startedAt()))));
        }
    }

    @Override
    public void write(UUID file, InputStream content) {
        // The file's own name stays with the evidence; here the id is name enough.
        Away.unless(() -> {
            scans.begin(file);
            bucket.uploadFromStream(new BsonString(file.toString()), file.toString(), content);
            scans.complete(file);
            return true;
        });
    }

    @Override
    public void finish(Upload upload) {
        if (upload.files().isEmpty()) {
            return;
        }
        try {
            uploads.deleteOne(eq("_id", upload.id().toString()));
        } catch (MongoException e) {
            log.atWarn()
                    .addKeyValue("evidenceId", upload.evidence())
                    .setCause(e)
                    .log("Upload left to the recovery pass");
        }
    }

    @Override
    public void abandon(Upload upload) {
        Away.unless(() -> {
            upload.files().forEach(this::remove);
            upload.files().forEach(scans::forget);
            return uploads.deleteOne(eq("_id", upload.id().toString()));
        });
    }

    @Override
    public void discard(UUID file) {
        Away.unless(() -> {
            remove(file);
            return true;
        });
    }

    private void remove(UUID file) {
        try {
            bucket.delete(new BsonString(file.toString()));
        } catch (MongoGridFSException _) {
            // Never completed, so GridFS knows no such file; the driver has removed its chunks all the same.
        }
    }

    @Override
    public List<Upload> unfinishedSince(Instant before) {
        return Away.unless(() -> uploads.find(lt("startedAt", Date.from(before)))
                .map(document -> new Upload(
                        UUID.fromString(document.getString("_id")),
                        new EvidenceId(UUID.fromString(document.getString("evidence"))),
                        document.getList("files", String.class).stream()
                                .map(UUID::fromString)
                                .toList(),
                        document.getDate("startedAt").toInstant()))
                .into(new ArrayList<>()));
    }

    /** Asks for each chunk by its whole key, so that any index serves it and no more than one is in memory. */
    @Override
    public void read(UUID file, long from, long length, OutputStream to) throws IOException {
        FileScan scan = scans.of(List.of(file)).get(file);
        if (scan != null && !scan.state().mayLeave()) {
            throw new FileWithheld(scan);
        }
        send(file, from, length, to);
    }

    @Override
    public void readForScan(UUID file, OutputStream to) throws IOException {
        GridFSFile known = Away.unless(() -> Optional.ofNullable(
                        bucket.find(eq("_id", file.toString())).first()))
                .orElseThrow(() -> new FileNotFoundException("file %s".formatted(file)));
        send(file, 0, known.getLength(), to);
    }

    private void send(UUID file, long from, long length, OutputStream to) throws IOException {
        long left = length;
        int number = Math.toIntExact(from / CHUNK_IN_BYTES);
        int skip = Math.toIntExact(from % CHUNK_IN_BYTES);
        while (left > 0) {
            byte[] bytes = chunk(file, number);
            int count = Math.toIntExact(Math.min(left, bytes.length - skip));
            to.write(bytes, skip, count);
            left -= count;
            skip = 0;
            number++;
        }
    }

    private byte[] chunk(UUID file, int number) throws IOException {
        Document chunk = Away.unless(() ->
                        Optional.ofNullable(chunks.find(and(eq("files_id", file.toString()), eq("n", number)))
                                .first()))
                .orElseThrow(() -> new IOException("chunk %d of file %s is missing".formatted(number, file)));
        return chunk.get("data", Binary.class).getData();
    }
}
