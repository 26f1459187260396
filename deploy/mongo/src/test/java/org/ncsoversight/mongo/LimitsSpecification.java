package org.ncsoversight.mongo;

import static com.mongodb.client.model.Accumulators.push;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What MongoDB refuses, so that the server lives, and the stock server does not; see {@link StockServerIT}. */
abstract class LimitsSpecification extends ServerUnderTest {

    /** What the platform gives its server. */
    static final long HEAP_IN_BYTES = 192L << 20;

    private static final int DOCUMENTS = 5_000;
    private static final int MORE_THAN_HALF_A_DOCUMENT = 9 << 20;
    private static final int LARGEST_DOCUMENT = 16 << 20;

    @Test
    void a_document_of_more_than_sixteen_megabytes_is_refused() {
        var tooLarge = new Document("text", "x".repeat(LARGEST_DOCUMENT));

        assertThat(MongoCode.of(() -> client.getDatabase("test")
                        .runCommand(new Document("insert", "items").append("documents", List.of(tooLarge)))))
                .isEqualTo(10334);
        assertThat(items.countDocuments()).isZero();
    }

    @Test
    void an_update_that_makes_a_document_too_large_is_refused_and_changes_nothing() {
        items.createIndex(Indexes.ascending("number"));
        items.insertOne(new Document("_id", 1).append("number", 1).append("a", "x".repeat(MORE_THAN_HALF_A_DOCUMENT)));
        var more = Updates.combine(Updates.set("b", "x".repeat(MORE_THAN_HALF_A_DOCUMENT)), Updates.set("number", 2));

        assertThat(MongoCode.of(() -> items.updateOne(eq(1), more))).isEqualTo(17419);
        assertThat(items.countDocuments(eq("number", 1))).isEqualTo(1);
        assertThat(items.countDocuments(eq("number", 2))).isZero();
    }

    @Test
    void an_upsert_of_a_document_that_is_too_large_is_refused() {
        var text = "x".repeat(LARGEST_DOCUMENT - 28);

        assertThat(MongoCode.of(() ->
                        items.updateOne(eq("unknown"), Updates.set("text", text), new UpdateOptions().upsert(true))))
                .isEqualTo(17420);
        assertThat(items.countDocuments()).isZero();
    }

    @Test
    void sorting_more_than_a_command_may_keep_is_refused() {
        fill();

        assertThat(items.find().sort(Sorts.ascending("text")).limit(1).first()).containsEntry("_id", 0);
        assertThat(MongoCode.of(() -> items.find().sort(Sorts.ascending("text")).into(new ArrayList<>())))
                .isEqualTo(292);
    }

    @Test
    void grouping_more_than_a_command_may_keep_is_refused() {
        fill();

        assertThat(MongoCode.of(() -> items.aggregate(List.of(group("$text", sum("count", 1))))
                        .first()))
                .isEqualTo(292);
        assertThat(MongoCode.of(() -> items.aggregate(List.of(group(null, push("all", "$$ROOT"))))
                        .first()))
                .isEqualTo(292);
        assertThat(items.aggregate(List.of(group(null, sum("count", 1)))).first())
                .containsEntry("count", DOCUMENTS);
    }

    @Test
    void the_first_answer_of_an_aggregation_has_a_hundred_and_one_documents() {
        fill();

        Document answer = client.getDatabase("test")
                .runCommand(new Document("aggregate", "items")
                        .append("pipeline", List.of(new Document("$project", new Document("_id", 1))))
                        .append("cursor", new Document()));

        assertThat(answer.get("cursor", Document.class).getList("firstBatch", Document.class))
                .hasSize(101);
    }

    @Test
    void an_answer_is_no_larger_than_sixteen_megabytes() {
        for (int i = 0; i < 3; i++) {
            items.insertOne(new Document("_id", i).append("text", "x".repeat(MORE_THAN_HALF_A_DOCUMENT)));
        }

        Document answer = client.getDatabase("test").runCommand(new Document("find", "items"));

        assertThat(answer.get("cursor", Document.class).getList("firstBatch", Document.class))
                .hasSize(1);
        assertThat(items.find()).hasSize(3);
    }

    private void fill() {
        for (int from = 0; from < DOCUMENTS; from += 500) {
            items.insertMany(IntStream.range(from, from + 500)
                    .mapToObj(n -> new Document("_id", n).append("text", "%05d".formatted(n) + "x".repeat(8_000)))
                    .toList());
        }
    }
}
