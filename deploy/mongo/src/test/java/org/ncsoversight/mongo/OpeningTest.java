package org.ncsoversight.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.mongo.index.SortKey;
import org.ncsoversight.mongo.index.SortKeyType;

/** Opening reads what collections and indexes there are, never the documents. */
class OpeningTest {

    private static final int DOCUMENTS = 500;
    private static final String DOCUMENTS_MAP = "documents/test/items";
    private static final String INDEX_MAP = "index/test/items/";
    private static final String MARKS_MAP = "complete indexes";

    @TempDir
    Path folder;

    @Test
    void no_document_is_decoded_also_if_an_index_has_no_entries() {
        inItems(OpeningTest::fill);
        inStore(OpeningTest::makeAllDocumentsUnreadable);

        inItems(items -> assertThat(items.estimatedDocumentCount()).isEqualTo(DOCUMENTS));
    }

    @Test
    void an_index_that_a_crash_left_half_built_is_built_again() {
        inItems(OpeningTest::fill);
        inStore(store -> {
            store.openMap(MARKS_MAP).remove(INDEX_MAP + "number_1");
            removeEverySecondEntry(store);
        });

        inItems(OpeningTest::assertFoundByNumber);
        inStore(store -> assertThat(store.openMap(MARKS_MAP)).containsKey(INDEX_MAP + "number_1"));
    }

    @Test
    void an_older_file_keeps_its_indexes_and_gets_those_it_lacks_once() {
        inItems(OpeningTest::fill);
        inStore(store -> {
            store.removeMap(MARKS_MAP);
            store.removeMap(INDEX_MAP + "number_1");
        });

        inItems(OpeningTest::assertFoundByNumber);
        inStore(OpeningTest::makeAllDocumentsUnreadable);
        inItems(items -> assertThat(items.estimatedDocumentCount()).isEqualTo(DOCUMENTS));
    }

    @Test
    void an_index_is_built_in_parts_when_it_is_larger_than_what_is_kept_in_memory() {
        inItems(items -> {
            items.insertMany(IntStream.range(0, DOCUMENTS)
                    .mapToObj(n -> new Document("_id", n)
                            .append(
                                    "list",
                                    IntStream.range(0, 200)
                                            .mapToObj(i -> "element " + i + " of " + n)
                                            .toList()))
                    .toList());
            items.createIndex(Indexes.ascending("list"));
            assertThat(items.find(eq("list", "element 7 of 42"))).hasSize(1);
        });
        inStore(store -> assertThat(entriesOf("list_1", store)).hasSize(200 * DOCUMENTS));
    }

    @Test
    void an_index_that_cannot_be_unique_is_refused_and_forgotten() {
        inItems(items -> {
            items.insertMany(List.of(new Document("number", 1), new Document("number", 1)));
            assertThat(MongoCode.of(
                            () -> items.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true))))
                    .isEqualTo(11000);
            items.deleteOne(eq("number", 1));
            items.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
            assertThat(MongoCode.of(() -> items.insertOne(new Document("number", 1))))
                    .isEqualTo(11000);
        });
    }

    private static void fill(MongoCollection<Document> items) {
        items.createIndex(Indexes.ascending("number"));
        items.createIndex(Indexes.ascending("outbox.recordedTime"), new IndexOptions().sparse(true));
        items.createIndex(Indexes.ascending("list.0"));
        items.insertMany(IntStream.range(0, DOCUMENTS)
                .mapToObj(n -> new Document("_id", n).append("number", n).append("outbox", List.of()))
                .toList());
    }

    private static void assertFoundByNumber(MongoCollection<Document> items) {
        for (int n = 0; n < DOCUMENTS; n++) {
            assertThat(items.find(eq("number", n))).hasSize(1);
        }
        assertThat(items.find(exists("outbox.recordedTime"))).isEmpty();
    }

    private static void makeAllDocumentsUnreadable(MVStore store) {
        MVMap<SortKey, byte[]> documents = store.openMap(
                DOCUMENTS_MAP,
                new MVMap.Builder<SortKey, byte[]>()
                        .keyType(SortKeyType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
        documents.replaceAll((_, _) -> new byte[] {1, 2, 3});
    }

    private static void removeEverySecondEntry(MVStore store) {
        MVMap<SortKey, SortKey> entries = entriesOf("number_1", store);
        List<SortKey> keys = List.copyOf(entries.keySet());
        for (int i = 0; i < keys.size(); i += 2) {
            entries.remove(keys.get(i));
        }
    }

    private static MVMap<SortKey, SortKey> entriesOf(String index, MVStore store) {
        return store.openMap(
                INDEX_MAP + index,
                new MVMap.Builder<SortKey, SortKey>()
                        .keyType(SortKeyType.INSTANCE)
                        .valueType(SortKeyType.INSTANCE));
    }

    private void inItems(Consumer<MongoCollection<Document>> work) {
        try (LocalMongo mongo = LocalMongo.start(folder.resolve("data.mv"), 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            work.accept(client.getDatabase("test").getCollection("items"));
        }
    }

    private void inStore(Consumer<MVStore> work) {
        try (MVStore store = MVStore.open(folder.resolve("data.mv").toString())) {
            work.accept(store);
        }
    }
}
