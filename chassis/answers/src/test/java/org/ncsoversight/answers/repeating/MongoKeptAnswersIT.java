package org.ncsoversight.answers.repeating;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.answers.repeating.KeptAnswers.Claim;
import org.ncsoversight.answers.repeating.KeptAnswers.Holder;
import org.ncsoversight.backing.Mongo;

class MongoKeptAnswersIT extends KeptAnswersContract {

    private MongoClient client;
    private MongoCollection<Document> collection;
    private MongoKeptAnswers answers;

    @BeforeEach
    void open() {
        var uri = Mongo.uriOfNewDatabase();
        client = MongoClients.create(uri);
        collection = client.getDatabase(new ConnectionString(uri).getDatabase()).getCollection("answers");
        answers = new MongoKeptAnswers(collection);
        answers.createIndexes();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    KeptAnswers answers() {
        return answers;
    }

    /** As version 1 wrote it, which knew neither seeds nor until when a key is held. */
    @Test
    void what_was_kept_before_is_read() {
        var now = Instant.now();
        var soon = now.plus(Duration.ofMinutes(1));
        collection.insertOne(new Document("_id", "answered")
                .append("holder", UUID.randomUUID().toString())
                .append("forgetAt", Date.from(now.plus(Duration.ofHours(24))))
                .append("fingerprint", "print")
                .append("status", 201)
                .append("headers", new Document("ETag", "\"1\""))
                .append("body", new Binary("made".getBytes(StandardCharsets.UTF_8))));
        collection.insertOne(new Document("_id", "under way")
                .append("holder", UUID.randomUUID().toString())
                .append("forgetAt", Date.from(soon)));

        assertThat(answers.claim(new Holder("answered", UUID.randomUUID(), soon), now, soon))
                .isInstanceOfSatisfying(
                        Claim.Answered.class,
                        earlier -> assertThat(earlier.answer().bytes())
                                .isEqualTo("made".getBytes(StandardCharsets.UTF_8)));
        assertThat(answers.claim(new Holder("under way", UUID.randomUUID(), soon), now, soon))
                .isEqualTo(new Claim.UnderWay());
        assertThat(answers.claim(new Holder("under way", UUID.randomUUID(), soon), soon.plusMillis(1), soon))
                .isInstanceOf(Claim.Granted.class);
    }
}
