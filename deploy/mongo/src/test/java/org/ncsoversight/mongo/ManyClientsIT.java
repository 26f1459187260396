package org.ncsoversight.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heap of the platform's server, and more clients than it can give what they ask for: it refuses some, and lives. */
class ManyClientsIT {

    private static final int CLIENTS = 64;
    private static final int DOCUMENTS = 200_000;
    private static final int AT_ONCE = 5_000;
    private static final int GROUPS = 50;
    private static final long SUM = (long) DOCUMENTS * (DOCUMENTS - 1) / 2;

    /** For one command, and by all together. */
    private static final List<Integer> REFUSALS = List.of(292, 262);

    /** What somebody asks; false if the answer is wrong. */
    private static final List<Predicate<MongoCollection<Document>>> QUESTIONS = List.of(
            ManyClientsIT::sumsOfFewGroups,
            ManyClientsIT::sumsOfManyGroups,
            ManyClientsIT::allDocumentsInOneGroup,
            ManyClientsIT::allSortedWithoutAnIndex,
            ManyClientsIT::someOfAllSorted,
            ManyClientsIT::thoseOfOneProvider,
            ManyClientsIT::differentValues,
            ManyClientsIT::firstOfMany);

    @TempDir
    Path folder;

    @Test
    void sixty_four_clients_get_right_answers_or_refusals_and_the_server_lives() throws Exception {
        ServerProcess server = ServerProcess.start(
                LocalMongoServer.class,
                List.of("-Xmx192m", "-Xss512k", "-XX:+ExitOnOutOfMemoryError"),
                folder.resolve("data.mv").toString(),
                "0");
        try (MongoClient client = clientOf(server);
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            var items = client.getDatabase("test").getCollection("items");
            fill(items);

            List<String> answers = ask(items, clients);

            assertThat(server.process().isAlive()).as("%s", answers).isTrue();
            assertThat(answers).doesNotContain("wrong").contains("right");
            assertThat(answers.stream().filter(answer -> answer.startsWith("refused")))
                    .allMatch(answer -> REFUSALS.stream().anyMatch(code -> answer.equals("refused " + code)));
            assertThat(items.find(Filters.eq(4711)).first()).isNotNull();
            assertThat(items.countDocuments()).isEqualTo(DOCUMENTS);
            assertThat(sumsOfFewGroups(items)).isTrue();
        } finally {
            server.kill();
        }
    }

    private static MongoClient clientOf(ServerProcess server) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(server.uri()))
                .applyToConnectionPoolSettings(pool -> pool.minSize(CLIENTS).maxSize(CLIENTS + 1))
                .build());
    }

    private static void fill(MongoCollection<Document> items) {
        for (int from = 0; from < DOCUMENTS; from += AT_ONCE) {
            items.insertMany(IntStream.range(from, from + AT_ONCE)
                    .mapToObj(ManyClientsIT::document)
                    .toList());
        }
    }

    private static Document document(int n) {
        return new Document("_id", n)
                .append("provider", "provider " + n % GROUPS)
                .append("name", "name " + n * 7919L % DOCUMENTS)
                .append("text", "What somebody wrote about number " + n);
    }

    private static List<String> ask(MongoCollection<Document> items, ExecutorService clients) throws Exception {
        var together = new CountDownLatch(CLIENTS);
        List<Future<String>> asked = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            var question = QUESTIONS.get(i % QUESTIONS.size());
            asked.add(clients.submit(() -> {
                together.countDown();
                together.await();
                return answerTo(question, items);
            }));
        }
        List<String> answers = new ArrayList<>();
        for (Future<String> answer : asked) {
            answers.add(answer.get());
        }
        return answers;
    }

    private static String answerTo(Predicate<MongoCollection<Document>> question, MongoCollection<Document> items) {
        try {
            return question.test(items) ? "right" : "wrong";
        } catch (MongoException e) {
            return "refused " + e.getCode();
        }
    }

    private static boolean sumsOfFewGroups(MongoCollection<Document> items) {
        var groups = items.aggregate(List.of(
                        Aggregates.group("$provider", Accumulators.sum("count", 1), Accumulators.sum("ids", "$_id"))))
                .into(new ArrayList<>());
        return groups.size() == GROUPS && sum(groups, "count") == DOCUMENTS && sum(groups, "ids") == SUM;
    }

    private static long sum(List<Document> groups, String field) {
        return groups.stream()
                .mapToLong(group -> group.get(field, Number.class).longValue())
                .sum();
    }

    private static boolean sumsOfManyGroups(MongoCollection<Document> items) {
        var groups = items.aggregate(List.of(Aggregates.group("$name", Accumulators.sum("count", 1))))
                .into(new ArrayList<>());
        return groups.size() == DOCUMENTS && sum(groups, "count") == DOCUMENTS;
    }

    private static boolean allDocumentsInOneGroup(MongoCollection<Document> items) {
        items.aggregate(List.of(Aggregates.group(null, Accumulators.push("all", "$$ROOT"))))
                .first();
        return false;
    }

    private static boolean allSortedWithoutAnIndex(MongoCollection<Document> items) {
        int count = 0;
        String before = "";
        for (Document item : items.find().sort(Sorts.ascending("text"))) {
            count += item.getString("text").compareTo(before) > 0 ? 1 : 0;
            before = item.getString("text");
        }
        return count == DOCUMENTS;
    }

    /** Leaves a cursor that nobody reads on. */
    private static boolean someOfAllSorted(MongoCollection<Document> items) {
        var cursor = items.find()
                .projection(new Document("text", 1))
                .sort(Sorts.descending("provider"))
                .batchSize(10)
                .iterator();
        for (int i = 0; i < 15; i++) {
            cursor.next();
        }
        return true;
    }

    private static boolean thoseOfOneProvider(MongoCollection<Document> items) {
        return items.find(Filters.eq("provider", "provider 7"))
                        .sort(Sorts.descending("_id"))
                        .into(new ArrayList<>())
                        .size()
                == DOCUMENTS / GROUPS;
    }

    private static boolean differentValues(MongoCollection<Document> items) {
        return items.distinct("provider", String.class).into(new ArrayList<>()).size() == GROUPS;
    }

    private static boolean firstOfMany(MongoCollection<Document> items) {
        var first = items.find().sort(Sorts.descending("name", "_id")).limit(3).into(new ArrayList<>());
        return first.size() == 3 && "name 99999".equals(first.getFirst().getString("name"));
    }
}
