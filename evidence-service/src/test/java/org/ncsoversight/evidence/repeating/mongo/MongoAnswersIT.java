package org.ncsoversight.evidence.repeating.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.repeating.Answers;
import org.ncsoversight.evidence.repeating.Answers.Answer;
import org.ncsoversight.evidence.repeating.Answers.Claim;
import org.ncsoversight.evidence.repeating.Answers.Holder;

class MongoAnswersIT {

    private static final Answer CREATED =
            new Answer("print", 201, Map.of("Location", "/there"), StandardCharsets.UTF_8.encode("made"));

    private final Instant now = Instant.now();
    private MongoClient client;
    private Answers answers;

    @BeforeEach
    void open() {
        var uri = Mongo.uriOfNewDatabase();
        client = MongoClients.create(uri);
        var database = client.getDatabase(new ConnectionString(uri).getDatabase());
        answers = new MongoAnswers(database.getCollection("answers"), database.getCollection("keysInUse"));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_key_under_way_is_not_granted_again() {
        assertThat(answers.claim(holder("k"), now)).isEqualTo(new Claim.Granted());
        assertThat(answers.claim(holder("k"), now)).isEqualTo(new Claim.UnderWay());
        assertThat(answers.claim(holder("other"), now)).isEqualTo(new Claim.Granted());
    }

    @Test
    void an_answer_is_given_again_until_it_is_forgotten() {
        var holder = holder("k");
        answers.claim(holder, now);
        answers.keep(holder, CREATED, now.plus(Duration.ofHours(24)));

        assertThat(answers.claim(holder("k"), now.plus(Duration.ofHours(23))))
                .isInstanceOfSatisfying(Claim.Answered.class, earlier -> {
                    assertThat(earlier.answer().status()).isEqualTo(201);
                    assertThat(earlier.answer().headers()).isEqualTo(CREATED.headers());
                    assertThat(earlier.answer().body()).isEqualTo(CREATED.body());
                });
        assertThat(answers.claim(holder("k"), now.plus(Duration.ofHours(25)))).isEqualTo(new Claim.Granted());
    }

    @Test
    void who_does_not_renew_loses_the_key_and_keeps_nothing() {
        var crashed = holder("k");
        answers.claim(crashed, now);
        var later = now.plus(Duration.ofMinutes(2));
        assertThat(answers.claim(new Holder("k", UUID.randomUUID(), later.plusSeconds(60)), later))
                .isEqualTo(new Claim.Granted());

        answers.keep(crashed, CREATED, now.plus(Duration.ofHours(24)));

        assertThat(answers.claim(holder("k"), later)).isEqualTo(new Claim.UnderWay());
    }

    @Test
    void who_renews_keeps_the_key() {
        var slow = holder("k");
        answers.claim(slow, now);
        answers.renew(List.of(new Holder("k", slow.holder(), now.plus(Duration.ofMinutes(5)))));

        assertThat(answers.claim(holder("k"), now.plus(Duration.ofMinutes(2)))).isEqualTo(new Claim.UnderWay());
    }

    @Test
    void a_key_is_in_use_since_its_first_request_until_that_is_forgotten() {
        var millis = now.truncatedTo(ChronoUnit.MILLIS);
        var dayLater = millis.plus(Duration.ofHours(24));

        assertThat(answers.inUseSince("k", millis, dayLater)).isEqualTo(millis);
        assertThat(answers.inUseSince("other", millis.plusSeconds(1), dayLater)).isEqualTo(millis.plusSeconds(1));
        assertThat(answers.inUseSince("k", dayLater.minusMillis(1), dayLater.plusSeconds(60)))
                .isEqualTo(millis);
        assertThat(answers.inUseSince("k", dayLater, dayLater.plusSeconds(60))).isEqualTo(dayLater);
    }

    @Test
    void a_key_given_back_is_free() {
        var holder = holder("k");
        answers.claim(holder, now);
        answers.release(holder);

        assertThat(answers.claim(holder("k"), now)).isEqualTo(new Claim.Granted());
    }

    private Holder holder(String key) {
        return new Holder(key, UUID.randomUUID(), now.plus(Duration.ofMinutes(1)));
    }
}
