package org.ncsoversight.mongo;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between two batches of a cursor others may write: what was there all the time comes once. */
class CursorsTest {

    private static final int DOCUMENTS = 200;
    private static final int CURSOR_NOT_FOUND = 43;
    private static final int QUERY_PLAN_KILLED = 175;

    @TempDir
    Path folder;

    private LocalMongo mongo;
    private MongoClient client;
    private MongoCollection<Document> items;

    @BeforeEach
    void fill() {
        mongo = LocalMongo.start(folder.resolve("data.mv"), 0);
        client = MongoClients.create(mongo.uri());
        items = client.getDatabase("test").getCollection("items");
        items.createIndex(Indexes.ascending("rank"));
        items.createIndex(Indexes.ascending("list"));
        items.insertMany(IntStream.range(0, DOCUMENTS)
                .mapToObj(n -> new Document("_id", n)
                        .append("rank", n)
                        .append("other", n)
                        .append("list", List.of(n, n + 1, n + 2)))
                .toList());
    }

    @AfterEach
    void close() {
        client.close();
        mongo.close();
    }

    @Test
    void all_come_once_in_the_order_of_their_ids() {
        assertAllComeWhileOthersWrite(items.find(), 0);
    }

    @Test
    void all_come_once_in_the_order_of_an_index() {
        assertAllComeWhileOthersWrite(items.find().sort(Sorts.ascending("rank")), 0);
    }

    @Test
    void all_come_once_backwards() {
        assertAllComeWhileOthersWrite(items.find().sort(Sorts.descending("rank")), DOCUMENTS - 1);
    }

    @Test
    void all_come_once_sorted_without_an_index() {
        assertAllComeWhileOthersWrite(items.find().sort(Sorts.ascending("other")), 0);
    }

    @Test
    void all_come_once_from_an_index_with_several_entries_each() {
        var found = new ArrayList<Integer>();
        for (Document item : items.find(lt("list", 50)).batchSize(7)) {
            found.add(item.getInteger("_id"));
        }

        assertThat(found).hasSize(50).doesNotHaveDuplicates();
    }

    /** Some of those already read are changed or deleted, some are new; none of that shows. */
    private void assertAllComeWhileOthersWrite(FindIterable<Document> query, int first) {
        List<Integer> found = new ArrayList<>();
        try (MongoCursor<Document> cursor = query.batchSize(10).iterator()) {
            found.add(cursor.next().getInteger("_id"));
            items.deleteOne(new Document("_id", first));
            items.updateMany(new Document(), Updates.set("text", "somewhat longer than before"));
            cursor.forEachRemaining(item -> found.add(item.getInteger("_id")));
        }

        assertThat(found).hasSize(DOCUMENTS).doesNotHaveDuplicates();
        assertThat(found.getFirst()).isEqualTo(first);
    }

    @Test
    void what_is_deleted_before_its_turn_does_not_come() {
        try (MongoCursor<Document> cursor =
                items.find().sort(Sorts.ascending("other")).batchSize(10).iterator()) {
            cursor.next();
            items.deleteMany(gte("_id", 100));
            int rest = 0;
            while (cursor.hasNext()) {
                cursor.next();
                rest++;
            }
            assertThat(rest).isEqualTo(99);
        }
    }

    @Test
    void a_cursor_ends_with_its_collection() {
        try (MongoCursor<Document> cursor = items.find().batchSize(10).iterator()) {
            items.drop();

            assertThat(MongoCode.of(() -> cursor.forEachRemaining(_ -> {}))).isEqualTo(QUERY_PLAN_KILLED);
        }
    }

    @Test
    void a_cursor_that_was_closed_gives_no_more() {
        var database = client.getDatabase("test");
        long number = database.runCommand(new Document("find", "items").append("batchSize", 5))
                .get("cursor", Document.class)
                .getLong("id");
        database.runCommand(new Document("killCursors", "items").append("cursors", List.of(number)));

        assertThat(MongoCode.of(
                        () -> database.runCommand(new Document("getMore", number).append("collection", "items"))))
                .isEqualTo(CURSOR_NOT_FOUND);
    }
}
