package org.ncsoversight.mongo;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.stage.ProjectStage;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.FailedToOptimizePipelineError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.TypeMismatchException;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.aggregation.Beginning;
import org.ncsoversight.mongo.aggregation.Pipeline;
import org.ncsoversight.mongo.bson.BsonBytes;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.query.Find;
import org.ncsoversight.mongo.query.Results;
import org.ncsoversight.mongo.query.Row;

/** What an aggregate command gives. */
final class AggregatedDocuments implements Results {

    private static final Document NOT_LOOKED_AT = new Document();

    private final @Nullable StoredCollection collection;
    private final List<Document> stages;
    private final Pipeline pipeline;
    private @Nullable Find find;
    private @Nullable Iterator<Document> documents;

    AggregatedDocuments(
            StoredDatabase database,
            DatabaseResolver databases,
            @Nullable StoredCollection collection,
            List<Document> stages,
            Allowance allowance) {
        this.collection = collection;
        this.stages = stages;
        this.pipeline = new Pipeline(database, databases, collection, allowance);
    }

    void validate(Document command) {
        pipeline.validate(stages, command);
    }

    @Override
    public byte @Nullable [] next() {
        try {
            if (documents == null) {
                documents = run(requireNonNull(collection));
            }
            return documents.hasNext() ? BsonBytes.encode(documents.next()) : null;
        } catch (FailedToOptimizePipelineError | ProjectStage.InvalidProjectException | TypeMismatchException e) {
            throw e;
        } catch (MongoServerError e) {
            throw e.hasCode(ErrorCode._15998, ErrorCode._40353) ? e : asMongoSaysIt(e);
        }
    }

    private Iterator<Document> run(StoredCollection of) {
        Beginning beginning = Beginning.of(stages);
        Find begun = of.find(beginning.wish());
        find = begun;
        Stream<Document> found = StreamSupport.stream(
                new Spliterators.AbstractSpliterator<Document>(Long.MAX_VALUE, Spliterator.ORDERED) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Document> action) {
                        Row row = begun.next();
                        if (row == null) {
                            return false;
                        }
                        action.accept(beginning.looksAtDocuments() ? row.document() : NOT_LOOKED_AT);
                        return true;
                    }
                },
                false);
        return pipeline.run(found, beginning.rest()).iterator();
    }

    private static MongoServerError asMongoSaysIt(MongoServerError e) {
        return new MongoServerError(
                e.getCode(),
                e.getCodeName(),
                "PlanExecutor error during aggregation :: caused by :: " + e.getMessageWithoutErrorCode(),
                e);
    }

    @Override
    public void pause() {
        if (find != null) {
            find.pause();
        }
    }

    @Override
    public <T> T reading(Supplier<T> work) {
        return collection == null ? work.get() : collection.reading(work);
    }
}
