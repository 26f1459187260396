package org.ncsoversight.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.mongo.memory.Limits;
import org.ncsoversight.mongo.storage.DiskSpace;

/** While the disk is full reading goes on; writing is refused, and works again when there is room. */
class FullDiskTest {

    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final long MEGABYTE = 1 << 20;

    private final AtomicLong usable = new AtomicLong(Long.MAX_VALUE);

    @TempDir
    Path folder;

    private LocalMongo mongo;
    private MongoClient client;
    private MongoCollection<Document> items;

    @BeforeEach
    void open() {
        SmallDisk.register();
        start();
        items.createIndex(Indexes.ascending("number"));
        items.insertOne(new Document("_id", "before").append("number", 1));
    }

    private void start() {
        mongo = LocalMongo.start(
                Path.of("small:" + folder.resolve("data.mv")),
                new InetSocketAddress(LocalMongo.LOOPBACK, 0),
                Duration.ofSeconds(10),
                Limits.ofHeap(Runtime.getRuntime().maxMemory()),
                new DiskSpace(usable::get));
        client = MongoClients.create(mongo.uri());
        items = client.getDatabase("test").getCollection("items");
    }

    @AfterEach
    void close() {
        SmallDisk.LARGEST_FILE_IN_BYTES.set(Long.MAX_VALUE);
        client.close();
        mongo.close();
    }

    @Test
    void a_nearly_full_disk_refuses_writes_and_allows_reads_and_deletes() {
        usable.set(40 * MEGABYTE);

        assertWritesAreRefused();
        assertThat(items.find(eq("number", 1)).first()).containsEntry("_id", "before");
        assertThat(items.deleteOne(eq("before")).getDeletedCount()).isEqualTo(1);
        usable.set(MEGABYTE);
        assertThat(MongoCode.of(() -> items.deleteOne(eq("before")))).isEqualTo(OUT_OF_DISK_SPACE);
        assertThat(items.countDocuments()).isZero();

        usable.set(Long.MAX_VALUE);
        assertWritesWork();
    }

    @Test
    void a_write_that_fails_takes_nothing_with_it() {
        SmallDisk.LARGEST_FILE_IN_BYTES.set(0);

        assertWritesAreRefused();
        assertThat(items.find(eq("number", 1)).first()).containsEntry("_id", "before");
        assertThat(items.countDocuments()).isEqualTo(1);

        SmallDisk.LARGEST_FILE_IN_BYTES.set(Long.MAX_VALUE);
        assertWritesWork();
        client.close();
        mongo.close();
        start();
        assertThat(items.find(gte("number", 0))).hasSize(2);
    }

    private void assertWritesAreRefused() {
        assertThat(MongoCode.of(() -> items.insertOne(new Document("_id", "during").append("number", 2))))
                .isEqualTo(OUT_OF_DISK_SPACE);
        assertThat(MongoCode.of(() -> items.updateOne(eq("before"), Updates.set("number", 3))))
                .isEqualTo(OUT_OF_DISK_SPACE);
        assertThat(MongoCode.of(() -> items.createIndex(Indexes.ascending("other"))))
                .isEqualTo(OUT_OF_DISK_SPACE);
    }

    private void assertWritesWork() {
        items.insertOne(new Document("_id", "after").append("number", 2));
        assertThat(items.find(eq("number", 2)).first()).containsEntry("_id", "after");
    }
}
