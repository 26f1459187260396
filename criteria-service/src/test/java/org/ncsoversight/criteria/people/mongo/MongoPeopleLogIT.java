package org.ncsoversight.criteria.people.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.PeopleLog;
import org.ncsoversight.criteria.people.PeopleLog.Begun;
import org.ncsoversight.criteria.people.PeopleLogContract;
import org.ncsoversight.criteria.people.model.PersonChange;
import org.ncsoversight.criteria.people.model.PersonChange.Kind;
import org.ncsoversight.criteria.people.model.PersonChange.Outcome;
import org.ncsoversight.criteria.security.Keepers;

class MongoPeopleLogIT extends PeopleLogContract {

    private static final ConnectionString ADDRESS = new ConnectionString(Mongo.uriOfNewDatabase());
    private static final MongoClient CLIENT = MongoClients.create(ADDRESS);
    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");

    private final MongoDatabase database = CLIENT.getDatabase(ADDRESS.getDatabase());
    private final MongoPeopleLog log = at(NOW);

    @BeforeEach
    void an_empty_record() {
        database.drop();
        log.createIndexes();
    }

    @AfterAll
    static void end() {
        CLIENT.close();
    }

    @Override
    protected PeopleLog log() {
        return log;
    }

    @Test
    void what_a_crash_left_locked_opens_after_a_while_and_the_trace_stays() {
        log.begin(change("1"));

        assertThat(at(NOW.plus(MongoPeopleLog.LEASE)).begin(change("2"))).isInstanceOf(Begun.Busy.class);
        assertThat(at(NOW.plus(MongoPeopleLog.LEASE).plus(Duration.ofMillis(1))).begin(change("3")))
                .isInstanceOf(Begun.Started.class);
        assertThat(log.list(Optional.empty(), 10, Keepers.administrator()))
                .extracting(PersonChange::id, PersonChange::outcome)
                .contains(tuple("1", Outcome.BEGUN));
    }

    private MongoPeopleLog at(Instant now) {
        return new MongoPeopleLog(
                database.getCollection("people_changes"),
                database.getCollection("people_locks"),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static PersonChange change(String id) {
        return new PersonChange(
                id,
                "request " + id,
                NOW,
                "lead",
                Kind.SUSPENDED,
                Optional.empty(),
                "sam",
                Optional.of(new Ukprn("99000001")),
                "",
                Outcome.BEGUN);
    }
}
