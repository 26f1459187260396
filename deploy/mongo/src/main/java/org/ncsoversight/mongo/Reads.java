package org.ncsoversight.mongo;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.MemoryBudget;
import org.ncsoversight.mongo.query.Find;
import org.ncsoversight.mongo.query.OpenCursors;
import org.ncsoversight.mongo.query.Results;

/** The commands that answer with documents, in batches. */
record Reads(OpenCursors cursors, DatabaseResolver databases, MemoryBudget budget) {

    ByteBuf find(StoredDatabase database, Document command, Allowance ofAnswer) {
        String name = nameIn("find", command);
        StoredCollection collection = database.collection(name);
        Results results = collection == null ? Nothing.INSTANCE : found(collection, command);
        return cursors.begin(
                database.getDatabaseName() + "." + name,
                results,
                budget.open(),
                ofAnswer,
                (Number) command.get("batchSize"),
                Utils.isTrue(command.get("singleBatch")));
    }

    private static Results found(StoredCollection collection, Document command) {
        var wish = new Find.Wish(
                command.get("filter") instanceof Document filter ? filter : new Document(),
                (Document) command.get("sort"),
                number(command, "skip"),
                Math.abs(number(command, "limit")));
        return new FoundDocuments(collection, wish, (Document) command.get("projection"));
    }

    private static String nameIn(String command, Document query) {
        return requireNonNull(query.get(command)).toString();
    }

    private static long number(Document command, String name) {
        return command.get(name) instanceof Number number ? number.longValue() : 0;
    }

    ByteBuf aggregate(StoredDatabase database, Document command, Allowance ofAnswer) {
        String name = nameIn("aggregate", command);
        StoredCollection collection = database.collection(name);
        List<Document> stages = Aggregation.parse(command.get("pipeline"));
        Allowance ofQuery = budget.open(); // Holds nothing before the first document is asked for.
        var results = new AggregatedDocuments(database, databases, collection, stages, ofQuery);
        results.validate(command);
        Document cursor = command.get("cursor") instanceof Document options ? options : new Document();
        return cursors.begin(
                database.getDatabaseName() + "." + name,
                collection == null ? Nothing.INSTANCE : results,
                ofQuery,
                ofAnswer,
                (Number) cursor.get("batchSize"),
                false);
    }

    ByteBuf getMore(Document command, Allowance ofAnswer) {
        long number = requireNonNull((Number) command.get("getMore")).longValue();
        return cursors.next(number, (Number) command.get("batchSize"), ofAnswer);
    }

    Document killCursors(Document command) {
        List<Object> killed = new ArrayList<>();
        List<Object> notFound = new ArrayList<>();
        for (Object number : requireNonNull((List<?>) command.get("cursors"))) {
            (cursors.close(((Number) number).longValue()) ? killed : notFound).add(number);
        }
        var answer = new Document("cursorsKilled", killed)
                .append("cursorsNotFound", notFound)
                .append("cursorsAlive", List.of())
                .append("cursorsUnknown", List.of());
        Utils.markOkay(answer);
        return answer;
    }

    /** What a collection has that does not exist. */
    private enum Nothing implements Results {
        INSTANCE;

        @Override
        public byte @Nullable [] next() {
            return null;
        }

        @Override
        public void pause() {}

        @Override
        public <T> T reading(Supplier<T> work) {
            return work.get();
        }
    }
}
