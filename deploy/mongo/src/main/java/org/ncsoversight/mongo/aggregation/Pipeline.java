package org.ncsoversight.mongo.aggregation;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.bson.BsonBytes;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.HeapSize;
import org.ncsoversight.mongo.query.Sorter;

/**
 * The stages of an aggregation that come after what the collection itself could do.
 *
 * <p>Stages that look at one document at a time are the library's. Those that gather documents are our own and keep
 * within the allowance of the command.
 */
public record Pipeline(
        MongoDatabase database,
        DatabaseResolver databases,
        @Nullable MongoCollection<?> collection,
        Allowance allowance) {

    /** Refuses what the library would refuse. */
    public void validate(List<Document> stages, Document command) {
        var options = command.containsKey("cursor") ? new Document("cursor", new Document()) : new Document();
        library(stages).validate(options);
    }

    private Aggregation library(List<Document> stages) {
        return Aggregation.fromPipeline(stages, databases, database, collection, NoopOplog.get());
    }

    /** Takes its documents when the result is asked for its first one, or before. */
    public Stream<Document> run(Stream<Document> documents, List<Document> stages) {
        Stream<Document> stream = documents;
        for (int i = 0; i < stages.size(); i++) {
            Document stage = stages.get(i);
            long limit = i + 1 < stages.size() && stages.get(i + 1).get("$limit") instanceof Number next
                    ? next.longValue()
                    : 0;
            stream = apply(stage, limit, stream);
        }
        return stream;
    }

    private Stream<Document> apply(Document stage, long limitBehind, Stream<Document> in) {
        String name = stage.keySet().iterator().next();
        Object argument = requireNonNull(stage.get(name));
        return switch (name) {
            case "$group" -> stream(new Group((Document) argument, allowance).of(in));
            case "$sort" -> sort((Document) argument, limitBehind, in);
            case "$count" -> count((String) argument, in);
            case "$sortByCount" -> sortByCount(argument, in);
            case "$unwind" ->
                stream(new Unwind(
                        argument, in.iterator(), one -> library(List.of(stage)).runStagesAsStream(one)));
            case "$facet" -> facet((Document) argument, in);
            case "$sample", "$bucket" -> library(List.of(stage)).runStagesAsStream(in.peek(this::keep));
            case "$lookup", "$graphLookup" -> in.map(document -> lookup(stage, document));
            default -> library(List.of(stage)).runStagesAsStream(in);
        };
    }

    private Stream<Document> count(String field, Stream<Document> in) {
        long count = in.count();
        return count == 0 ? Stream.empty() : Stream.of(new Document(field, countAsValue(count)));
    }

    private static Object countAsValue(long count) {
        return count <= Integer.MAX_VALUE ? (Object) (int) count : (Object) count;
    }

    private Stream<Document> sortByCount(Object expression, Stream<Document> in) {
        var group = new Document("_id", expression).append("count", new Document("$sum", 1));
        return sort(new Document("count", -1).append("_id", 1), 0, stream(new Group(group, allowance).of(in)));
    }

    /** Bytes are kept, since they are exactly as large as they say and much smaller than documents. */
    private Stream<Document> sort(Document orderBy, long limit, Stream<Document> in) {
        var sorter = new Sorter<byte[]>(orderBy, limit, allowance);
        in.forEach(document -> {
            byte[] bson = BsonBytes.encode(document);
            sorter.add(document, bson, HeapSize.OBJECT + (long) bson.length);
        });
        return stream(sorter.inOrder()).map(BsonBytes::decode);
    }

    private Stream<Document> facet(Document facets, Stream<Document> in) {
        List<byte[]> kept = new ArrayList<>();
        in.forEach(document -> {
            byte[] bson = BsonBytes.encode(document);
            allowance.take(HeapSize.OBJECT + (long) bson.length);
            kept.add(bson);
        });
        var result = new Document();
        facets.forEach((name, stages) -> result.put(
                name,
                run(kept.stream().map(BsonBytes::decode), Aggregation.parse(stages))
                        .peek(this::keep)
                        .toList()));
        return Stream.of(result);
    }

    private void keep(Document document) {
        allowance.take(HeapSize.of(document));
    }

    /** What was found for one document is let go of with it. */
    private Document lookup(Document stage, Document document) {
        long before = allowance.held();
        Document joined = library(List.of(stage))
                .runStagesAsStream(Stream.of(document))
                .findFirst()
                .orElseThrow();
        allowance.giveBack(allowance.held() - before);
        return joined;
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
    }
}
