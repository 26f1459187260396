package org.ncsoversight.evidence.together.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.mongo.Versions;
import org.ncsoversight.evidence.together.model.Frequency;
import org.ncsoversight.evidence.together.store.ReminderStore;

/** One document per reminder that was said, its key as the id; one per person with their choice and their last e-mail. */
final class MongoReminderStore implements ReminderStore {

    private static final String ID = "_id";
    private static final String FREQUENCY = "frequency";
    private static final String DAY = "day";
    private static final String UP_TO = "upTo";
    private static final String TAKEN_UNTIL = "takenUntil";

    private final MongoCollection<Document> reminders;
    private final MongoCollection<Document> people;

    MongoReminderStore(MongoDatabase database) {
        reminders = database.getCollection("reminders");
        people = database.getCollection("digests");
    }

    @Override
    public Choice choice(String subject) {
        return find(subject).map(MongoReminderStore::choice).orElse(new Choice(Frequency.DAILY, 0));
    }

    @Override
    public Optional<Choice> choose(String subject, Frequency frequency, @Nullable Long expected) {
        insert(people, blank(subject));
        while (true) {
            Choice now = choice(subject);
            if (expected != null && expected != now.version()) {
                return Optional.empty();
            }
            if (now.frequency() == frequency && now.version() > 0) {
                return Optional.of(now);
            }
            var next = new Choice(frequency, now.version() + 1);
            boolean kept = Away.unless(() -> people.updateOne(
                                    and(eq(ID, subject), eq(Versions.VERSION, now.version())),
                                    combine(set(FREQUENCY, frequency.word()), set(Versions.VERSION, next.version()))))
                            .getMatchedCount()
                    == 1;
            if (kept) {
                return Optional.of(next);
            }
        }
    }

    @Override
    public boolean take(String subject, LocalDate day, Instant now, Instant until) {
        insert(people, blank(subject));
        return Away.unless(() -> people.updateOne(
                                and(eq(ID, subject), ne(DAY, day.toString()), lte(TAKEN_UNTIL, Date.from(now))),
                                set(TAKEN_UNTIL, Date.from(until))))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void giveBack(String subject, Instant until) {
        Away.unless(() -> people.updateOne(
                and(eq(ID, subject), eq(TAKEN_UNTIL, Date.from(until))), set(TAKEN_UNTIL, Date.from(Instant.EPOCH))));
    }

    /** Reminders first: a process that dies in between repeats the rest of an e-mail, but none of them. */
    @Override
    public void said(String subject, LocalDate day, Instant upTo, Instant until, Collection<String> keys) {
        keys.forEach(key -> insert(reminders, new Document(ID, key).append("at", Date.from(upTo))));
        var update = combine(
                set(DAY, day.toString()), set(UP_TO, Date.from(upTo)), set(TAKEN_UNTIL, Date.from(Instant.EPOCH)));
        Away.unless(() -> people.updateOne(and(eq(ID, subject), eq(TAKEN_UNTIL, Date.from(until))), update));
    }

    @Override
    public Optional<Instant> lastSaid(String subject) {
        return find(subject).map(document -> document.getDate(UP_TO)).map(Date::toInstant);
    }

    @Override
    public Set<String> alreadySaid(Collection<String> keys) {
        return Away.unless(() -> reminders
                .find(in(ID, keys))
                .map(document -> document.getString(ID))
                .into(new HashSet<>()));
    }

    private Optional<Document> find(String subject) {
        return Away.unless(
                () -> Optional.ofNullable(people.find(eq(ID, subject)).first()));
    }

    private static Document blank(String subject) {
        return new Document(ID, subject)
                .append(Versions.VERSION, 0L)
                .append(FREQUENCY, Frequency.DAILY.word())
                .append(DAY, "")
                .append(TAKEN_UNTIL, Date.from(Instant.EPOCH));
    }

    private static Choice choice(Document document) {
        return new Choice(
                Frequency.of(document.getString(FREQUENCY)).orElseThrow(), document.getLong(Versions.VERSION));
    }

    /** Leaves what is there already as it is. */
    private static void insert(MongoCollection<Document> collection, Document document) {
        try {
            Away.unless(() -> collection.insertOne(document));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }
}
