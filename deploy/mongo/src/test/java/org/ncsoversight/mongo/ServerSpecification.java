package org.ncsoversight.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** What the platform needs of its database and the stock server does not give; see {@link StockServerIT}. */
abstract class ServerSpecification extends ServerUnderTest {

    private static final int DOCUMENTS = 5_000;
    private static final int AT_LEAST_TIMES_LESS_WORK = 5;

    @Test
    void what_was_acknowledged_survives_a_killed_process() throws Exception {
        Path file = folder.resolve("killed.mv");
        ServerProcess first = ServerProcess.start(main(), file);
        Set<Integer> acknowledged = writeUntilKilled(first);

        ServerProcess second = ServerProcess.start(main(), file);
        try (MongoClient again = MongoClients.create(second.uri())) {
            var found = again.getDatabase("test").getCollection("items");
            assertThat(found.distinct("_id", Integer.class)).containsAll(acknowledged);
            assertThat(acknowledged)
                    .allSatisfy(number ->
                            assertThat(found.find(eq("unique", number))).hasSize(1));
            assertThat(found.countDocuments(eq("version", 2))).isEqualTo(found.countDocuments(eq("changed", true)));
        } finally {
            second.kill();
        }
    }

    private static Set<Integer> writeUntilKilled(ServerProcess server) throws Exception {
        Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
        try (MongoClient client = MongoClients.create(server.uri());
                var writers = Executors.newFixedThreadPool(4)) {
            var collection = client.getDatabase("test").getCollection("items");
            collection.createIndex(Indexes.ascending("unique"), new IndexOptions().unique(true));
            collection.createIndex(Indexes.ascending("version"));
            var next = new AtomicInteger();
            for (int writer = 0; writer < 4; writer++) {
                writers.execute(() -> {
                    try {
                        while (true) {
                            int number = next.incrementAndGet();
                            collection.insertOne(new Document("_id", number)
                                    .append("unique", number)
                                    .append("version", 1));
                            collection.updateOne(
                                    eq(number),
                                    Updates.combine(Updates.set("version", 2), Updates.set("changed", true)));
                            acknowledged.add(number);
                        }
                    } catch (MongoException e) {
                        // The server is gone, as it should be.
                    }
                });
            }
            await(Duration.ofMinutes(2), () -> acknowledged.size() >= 200);
            server.kill();
        }
        return acknowledged;
    }

    @Test
    void concurrent_counting_gives_each_caller_another_number() throws Exception {
        items.insertOne(new Document("_id", "counter").append("value", 0));
        List<Future<Integer>> numbers = new ArrayList<>();
        try (var callers = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 400; i++) {
                numbers.add(callers.submit(() -> items.findOneAndUpdate(
                                eq("counter"),
                                Updates.inc("value", 1),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))
                        .getInteger("value")));
            }
        }
        List<Integer> results = new ArrayList<>();
        for (Future<Integer> number : numbers) {
            results.add(number.get());
        }

        assertThat(results).doesNotHaveDuplicates();
    }

    @Test
    void hello_says_that_the_server_takes_writes_and_which_version_it_speaks() {
        Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));

        assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
        assertThat(hello.getInteger("maxWireVersion")).isEqualTo(13);
    }

    @Test
    void an_index_finds_a_value() {
        fill();
        assertLessWork(eq("indexed", "value-77"), eq("plain", "value-77"), 1);
    }

    @Test
    void an_index_finds_any_of_several_values() {
        fill();
        assertLessWork(in("indexed", "value-5", "value-6"), in("plain", "value-5", "value-6"), 2);
    }

    @Test
    void an_index_finds_a_range() {
        fill();
        assertLessWork(and(gte("number", 500), lt("number", 510)), and(gte("other", 500), lt("other", 510)), 10);
    }

    @Test
    void a_sparse_index_finds_the_few_documents_that_have_the_field() {
        fill();
        assertLessWork(exists("rare"), exists("rareToo"), 10);
    }

    @Test
    void a_compound_index_finds_a_value_and_a_range_behind_it() {
        fill();
        assertLessWork(
                and(eq("group", 3), gte("number", 100), lt("number", 200)),
                and(eq("group2", 3), gte("other", 100), lt("other", 200)),
                10);
    }

    @Test
    void an_index_finds_an_element_of_an_array() {
        fill();
        assertLessWork(eq("criteria", "4.4000"), eq("criteria2", "4.4000"), 1);
    }

    @Test
    void an_index_finds_a_field_in_an_array_of_documents() {
        fill();
        assertLessWork(gte("outbox.recordedTime", ""), gte("outbox2.recordedTime", ""), 10);
    }

    @Test
    void the_first_in_the_order_of_an_index_are_found_without_sorting_all() {
        fill();
        assertLessWork(
                items.find().sort(Sorts.descending("number")).limit(20),
                items.find().sort(Sorts.descending("other")).limit(20),
                20);
    }

    @Test
    void an_id_is_looked_up_also_with_further_conditions() {
        fill();
        assertLessWork(and(eq("_id", 4711), eq("other", 4711)), and(eq("other", 4711), eq("group2", 1)), 1);
    }

    @Test
    void what_has_expired_is_deleted() {
        items.createIndex(Indexes.ascending("seenAt"), new IndexOptions().expireAfter(60L, TimeUnit.SECONDS));
        items.insertOne(new Document("_id", "old")
                .append("seenAt", Date.from(Instant.now().minusSeconds(61))));
        items.insertOne(new Document("_id", "new").append("seenAt", Date.from(Instant.now())));
        items.insertOne(new Document("_id", "no date").append("seenAt", "yesterday"));

        await(Duration.ofSeconds(5), () -> items.countDocuments() == 2);

        assertThat(items.distinct("_id", String.class)).containsExactlyInAnyOrder("new", "no date");
    }

    @Test
    void dropping_an_index_leaves_the_one_of_another_collection() {
        var others = client.getDatabase("test").getCollection("others");
        items.createIndex(Indexes.ascending("provider"));
        others.createIndex(Indexes.ascending("provider"));

        items.dropIndex("provider_1");

        assertThat(others.listIndexes().map(index -> index.getString("name"))).contains("provider_1");
    }

    private void fill() {
        items.createIndex(Indexes.ascending("indexed"));
        items.createIndex(Indexes.ascending("number"));
        items.createIndex(Indexes.ascending("rare"), new IndexOptions().sparse(true));
        items.createIndex(Indexes.ascending("group", "number"));
        items.createIndex(Indexes.ascending("criteria"));
        items.createIndex(Indexes.ascending("outbox.recordedTime"), new IndexOptions().sparse(true));
        items.insertMany(IntStream.range(0, DOCUMENTS)
                .mapToObj(ServerSpecification::document)
                .toList());
    }

    private static Document document(int n) {
        List<Document> unsent =
                n % 500 == 0 ? List.of(new Document("recordedTime", "2026-11-23T10:00:" + n)) : List.of();
        var document = new Document("_id", n)
                .append("indexed", "value-" + n)
                .append("plain", "value-" + n)
                .append("number", n)
                .append("other", n)
                .append("group", n % 10)
                .append("group2", n % 10)
                .append("criteria", List.of("4." + n, "5." + n))
                .append("criteria2", List.of("4." + n, "5." + n))
                .append("outbox", unsent)
                .append("outbox2", unsent);
        return n % 500 == 0 ? document.append("rare", n).append("rareToo", n) : document;
    }

    private void assertLessWork(Bson indexed, Bson scanned, int matches) {
        assertLessWork(items.find(indexed), items.find(scanned), matches);
    }

    /** Compares with a query of the same kind on fields without an index. */
    private static void assertLessWork(FindIterable<Document> indexed, FindIterable<Document> scanned, int matches) {
        assertThat(indexed).hasSize(matches);

        assertThat(leastWork(indexed) * AT_LEAST_TIMES_LESS_WORK).isLessThan(leastWork(scanned));
    }

    /** What this process allocates for a query: each document read costs some, however busy the machine is. */
    private static long leastWork(FindIterable<Document> query) {
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return IntStream.range(0, 5)
                .mapToLong(_ -> {
                    long before = memory.getTotalThreadAllocatedBytes();
                    query.into(new ArrayList<>());
                    return memory.getTotalThreadAllocatedBytes() - before;
                })
                .min()
                .orElseThrow();
    }

    private static void await(Duration atMost, Callable<Boolean> condition) {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(atMost, () -> {
            while (!condition.call()) {
                Thread.onSpinWait();
            }
        });
    }
}
