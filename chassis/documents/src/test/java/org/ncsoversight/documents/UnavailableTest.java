package org.ncsoversight.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnavailableTest {

    private static final ServerAddress SERVER = new ServerAddress();
    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final int BEYOND_THE_BUDGET = 292;
    private static final int DUPLICATE_KEY = 11000;

    static Stream<Throwable> notNow() {
        return Stream.of(
                new MongoTimeoutException("no server"),
                new MongoOperationTimeoutException("too slow"),
                new MongoSocketOpenException("refused", SERVER, new IOException()),
                new MongoSocketReadTimeoutException("silent", SERVER, new IOException()),
                new MongoInterruptedException("interrupted", new InterruptedException()),
                new MongoNotPrimaryException(answer(10107), SERVER),
                new MongoNodeIsRecoveringException(answer(11600), SERVER),
                new MongoCommandException(answer(OUT_OF_DISK_SPACE), SERVER),
                new MongoCommandException(answer(BEYOND_THE_BUDGET), SERVER),
                written(OUT_OF_DISK_SPACE),
                writtenInBulk(OUT_OF_DISK_SPACE),
                new IllegalStateException(
                        new UncheckedIOException(new IOException(new MongoTimeoutException("no server")))));
    }

    static Stream<Throwable> no() {
        return Stream.of(
                written(DUPLICATE_KEY),
                writtenInBulk(DUPLICATE_KEY),
                new MongoCommandException(answer(2), SERVER),
                new MongoException("whatever"),
                new IllegalArgumentException("ours"),
                endless());
    }

    @ParameterizedTest
    @MethodSource("notNow")
    void not_now_is_told(Throwable failure) {
        assertThat(Unavailable.is(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("no")
    void from_no(Throwable failure) {
        assertThat(Unavailable.is(failure)).isFalse();
    }

    @Test
    void and_from_nothing() {
        assertThat(Unavailable.is(null)).isFalse();
    }

    private static Throwable endless() {
        var first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));
        return first;
    }

    private static BsonDocument answer(int code) {
        return new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(code))
                .append("errmsg", new BsonString("no"));
    }

    private static MongoWriteException written(int code) {
        return new MongoWriteException(new WriteError(code, "no", new BsonDocument()), SERVER, Set.of());
    }

    private static MongoBulkWriteException writtenInBulk(int code) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                List.of(new BulkWriteError(code, "no", new BsonDocument(), 0)),
                null,
                SERVER,
                Set.of());
    }
}
