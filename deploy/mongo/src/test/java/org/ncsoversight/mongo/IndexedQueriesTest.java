package org.ncsoversight.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes change how long a query takes, never what it finds: two collections, one without any, always agree. */
class IndexedQueriesTest {

    private static final List<String> FIELDS = List.of("a", "b", "list", "sub.x", "sub.y");
    private static final List<Object> VALUES = Arrays.asList(
            null,
            0,
            1,
            1L,
            1.0,
            -0.0,
            2.5,
            Decimal128.parse("2.5"),
            Long.MAX_VALUE,
            Long.MAX_VALUE - 1,
            "",
            "a",
            "ab",
            "b",
            "a\u0000",
            "\u00e4",
            "\uFFFD",
            "\uD83D\uDE00",
            true,
            false,
            Date.from(Instant.EPOCH),
            Date.from(Instant.ofEpochMilli(-5)),
            new Document("x", 1),
            new Document(),
            List.of(),
            List.of("a"),
            List.of("a", "b"),
            List.of(1, "b"),
            List.of(List.of("a")),
            List.of(new Document("x", 1)));

    /** No two alike, of several types, never an array. */
    private static final List<IntFunction<Object>> RANKS = List.of(
            id -> id * 31 % 121 - 60.5,
            id -> "rank " + id * 31 % 121,
            id -> Date.from(Instant.ofEpochMilli(id * 31L % 121 - 60)));

    private final Random random = new Random(42);

    @TempDir
    Path folder;

    @Test
    void random_queries_find_the_same_with_and_without_indexes() {
        inTwoCollections(collections -> {
            createIndexes(collections.getFirst());
            for (int round = 0; round < 3; round++) {
                change(collections, 60);
                compare(collections, 100);
            }
        });
    }

    @Test
    void also_after_a_restart() {
        inTwoCollections(collections -> {
            createIndexes(collections.getFirst());
            change(collections, 150);
        });
        inTwoCollections(collections -> {
            compare(collections, 100);
            change(collections, 50);
            compare(collections, 100);
        });
    }

    @Test
    void also_with_an_index_made_later() {
        inTwoCollections(collections -> {
            change(collections, 150);
            createIndexes(collections.getFirst());
            compare(collections, 100);
        });
    }

    @Test
    void also_after_an_index_was_dropped_and_made_again() {
        inTwoCollections(collections -> {
            createIndexes(collections.getFirst());
            change(collections, 100);
            collections.getFirst().dropIndexes();
            change(collections, 100);
            compare(collections, 50);
            createIndexes(collections.getFirst());
            compare(collections, 100);
        });
    }

    private void inTwoCollections(Consumer<List<MongoCollection<Document>>> work) {
        try (LocalMongo mongo = LocalMongo.start(folder.resolve("data.mv"), 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            var database = client.getDatabase("test");
            work.accept(List.of(database.getCollection("indexed"), database.getCollection("plain")));
        }
    }

    private static void createIndexes(MongoCollection<Document> collection) {
        collection.createIndex(Indexes.ascending("a"));
        collection.createIndex(Indexes.ascending("rank"));
        collection.createIndex(Indexes.ascending("always", "rank"));
        collection.createIndex(Indexes.compoundIndex(Indexes.ascending("b"), Indexes.descending("a")));
        collection.createIndex(Indexes.ascending("list"), new IndexOptions().sparse(true));
        collection.createIndex(Indexes.ascending("sub.x"), new IndexOptions().sparse(true));
        collection.createIndex(Indexes.ascending("sub.y", "b", "list"));
    }

    private void change(List<MongoCollection<Document>> collections, int times) {
        for (int i = 0; i < times; i++) {
            int id = random.nextInt(120);
            Document document = document(id);
            Bson some = query();
            int kind = random.nextInt(10);
            for (MongoCollection<Document> collection : collections) {
                switch (kind) {
                    case 0 -> collection.deleteOne(Filters.eq(id));
                    case 1 -> collection.updateMany(some, new Document("$set", new Document("a", document.get("a"))));
                    case 2 ->
                        collection.findOneAndUpdate(Filters.eq(id), new Document("$unset", new Document("sub", 1)));
                    default ->
                        collection.replaceOne(
                                Filters.eq(id), document, new com.mongodb.client.model.ReplaceOptions().upsert(true));
                }
            }
        }
    }

    private void compare(List<MongoCollection<Document>> collections, int times) {
        for (int i = 0; i < times; i++) {
            Bson query = query();
            String field = random.nextBoolean() ? "_id" : "rank";
            int direction = random.nextBoolean() ? 1 : -1;
            int limit = random.nextInt(4) * 5;

            var found = collections
                    .getFirst()
                    .find(query)
                    .sort(new Document(field, direction))
                    .limit(limit);
            // Two fields are never sorted by an index.
            var wanted = collections
                    .getLast()
                    .find(query)
                    .sort(new Document(field, direction).append("none", 1))
                    .limit(limit);

            assertThat(found).as("%s by %s %s", query, field, direction).containsExactlyElementsOf(wanted);
        }
    }

    private Document document(int id) {
        var document = new Document("_id", id)
                .append("always", "the same")
                .append("rank", RANKS.get(id % 3).apply(id));
        for (String field : List.of("a", "b", "list")) {
            if (random.nextInt(4) > 0) {
                document.append(field, value());
            }
        }
        return switch (random.nextInt(4)) {
            case 0 -> document;
            case 1 -> document.append("sub", sub());
            case 2 -> document.append("sub", value());
            default ->
                document.append(
                        "sub",
                        IntStream.range(0, random.nextInt(4))
                                .mapToObj(_ -> sub())
                                .toList());
        };
    }

    private Document sub() {
        return new Document("x", value()).append(random.nextBoolean() ? "y" : "z", value());
    }

    private Bson query() {
        return switch (random.nextInt(5)) {
            case 0 -> Filters.and(condition(), condition());
            case 1 -> Filters.or(condition(), condition());
            case 2 -> new Document(field(), value()).append(field(), new Document("$gte", value()));
            case 3 -> new Document(field(), new Document("$gte", value()).append("$lt", value()));
            default -> condition();
        };
    }

    private Bson condition() {
        String field = field();
        return switch (random.nextInt(13)) {
            case 0 -> Filters.gt(field, value());
            case 1 -> Filters.gte(field, value());
            case 2 -> Filters.lt(field, value());
            case 3 -> Filters.lte(field, value());
            case 4 -> Filters.in(field, value(), value());
            case 5 -> Filters.exists(field, random.nextBoolean());
            case 6 -> Filters.ne(field, value());
            case 7 -> Filters.not(Filters.eq(field, value()));
            case 8 -> Filters.regex(field, Pattern.compile("^a"));
            case 10 -> Filters.eq("always", "the same");
            case 9 -> Filters.in("_id", random.nextInt(120), random.nextInt(120), random.nextInt(120));
            default -> Filters.eq(field, value());
        };
    }

    private String field() {
        return FIELDS.get(random.nextInt(FIELDS.size()));
    }

    private Object value() {
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
