package org.ncsoversight.criteria.deadletters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static org.ncsoversight.criteria.deadletters.mongo.LetterDocuments.CLOSED_AT;
import static org.ncsoversight.criteria.deadletters.mongo.LetterDocuments.GROUP;
import static org.ncsoversight.criteria.deadletters.mongo.LetterDocuments.ID;
import static org.ncsoversight.criteria.deadletters.mongo.LetterDocuments.SORT_KEY;
import static org.ncsoversight.criteria.deadletters.mongo.LetterDocuments.STATE;
import static org.ncsoversight.criteria.deadletters.mongo.LetterDocuments.VERSION;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.LetterGroup;
import org.ncsoversight.criteria.deadletters.model.Original;
import org.ncsoversight.criteria.deadletters.store.LetterStore;

/** Letters in one collection, their records in another, and running totals in a third. */
final class MongoLetterStore implements LetterStore {

    /** Removed at a time. */
    private static final int BATCH = 1_000;

    /** Topics and reasons are ours, so there are few. */
    private static final int MOST_GROUPS = 1_000;

    private static final String HIGHEST = "~";

    private final MongoCollection<Document> letters;
    private final MongoCollection<Document> originals;
    private final MongoCollection<Document> groups;

    MongoLetterStore(MongoDatabase database) {
        this.letters = database.getCollection("dead_letters");
        this.originals = database.getCollection("dead_letter_records");
        this.groups = database.getCollection("dead_letter_groups");
    }

    void createIndexes() {
        letters.createIndex(Indexes.ascending(GROUP, STATE, SORT_KEY));
        letters.createIndex(Indexes.ascending(GROUP, SORT_KEY));
        letters.createIndex(Indexes.ascending(STATE, SORT_KEY));
        letters.createIndex(Indexes.ascending(SORT_KEY));
        letters.createIndex(Indexes.ascending(CLOSED_AT));
    }

    @Override
    public boolean keep(Letter letter, Original original) {
        originals.replaceOne(
                eq(ID, letter.id()), LetterDocuments.of(letter.id(), original), new ReplaceOptions().upsert(true));
        try {
            letters.insertOne(LetterDocuments.of(letter));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
        Letter.Kind kind = letter.kind();
        groups.updateOne(
                eq(ID, kind.group()),
                Updates.combine(
                        Updates.setOnInsert("service", kind.service()),
                        Updates.setOnInsert("topic", kind.topic()),
                        Updates.setOnInsert("reason", kind.reason()),
                        Updates.inc(GroupDocuments.count(letter.state()), 1L),
                        Updates.min(GroupDocuments.FIRST, Date.from(letter.at())),
                        Updates.max(GroupDocuments.LAST, Date.from(letter.at()))),
                new UpdateOptions().upsert(true));
        return true;
    }

    @Override
    public Optional<Letter> find(String id) {
        return Optional.ofNullable(letters.find(eq(ID, id)).first()).map(LetterDocuments::letter);
    }

    @Override
    public Optional<Original> original(String id) {
        return Optional.ofNullable(originals.find(eq(ID, id)).first()).map(LetterDocuments::original);
    }

    @Override
    public List<Letter> list(Query query, int limit) {
        return letters.find(and(
                        query.group().map(group -> eq(GROUP, group)).orElse(empty()),
                        query.state().map(state -> eq(STATE, state.name())).orElse(empty()),
                        query.before().map(key -> lt(SORT_KEY, key)).orElse(empty())))
                .sort(Sorts.descending(SORT_KEY))
                .limit(limit)
                .map(LetterDocuments::letter)
                .into(new ArrayList<>());
    }

    @Override
    public List<Letter> open(String group, String after, Instant upTo, int limit) {
        return letters.find(and(
                        eq(GROUP, group),
                        eq(STATE, Letter.State.OPEN.name()),
                        gt(SORT_KEY, after),
                        lte(SORT_KEY, Letter.sortKey(upTo, HIGHEST))))
                .sort(Sorts.ascending(SORT_KEY))
                .limit(limit)
                .map(LetterDocuments::letter)
                .into(new ArrayList<>());
    }

    @Override
    public boolean change(Letter before, Letter after) {
        List<Bson> fields = LetterDocuments.handling(after).entrySet().stream()
                .map(field -> Updates.set(field.getKey(), field.getValue()))
                .toList();
        if (letters.updateOne(and(eq(ID, before.id()), eq(VERSION, before.version())), Updates.combine(fields))
                        .getMatchedCount()
                == 0) {
            return false;
        }
        if (before.state() != after.state()) {
            groups.updateOne(
                    eq(ID, before.kind().group()),
                    Updates.combine(
                            Updates.inc(GroupDocuments.count(before.state()), -1L),
                            Updates.inc(GroupDocuments.count(after.state()), 1L)));
        }
        return true;
    }

    @Override
    public List<LetterGroup> groups() {
        return groups.find()
                .sort(Sorts.ascending(ID))
                .limit(MOST_GROUPS)
                .map(GroupDocuments::group)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<LetterGroup> group(String id) {
        return Optional.ofNullable(groups.find(eq(ID, id)).first()).map(GroupDocuments::group);
    }

    @Override
    public boolean begin(String group, LetterGroup.Work work) {
        Bson idle = or(eq(GroupDocuments.WORK, null), ne(GroupDocuments.WORK + "." + GroupDocuments.ENDED, null));
        return groups.updateOne(and(eq(ID, group), idle), Updates.set(GroupDocuments.WORK, GroupDocuments.of(work)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void advance(String group, LetterGroup.Work work) {
        groups.updateOne(
                and(eq(ID, group), eq(GroupDocuments.WORK + ".request", work.request())),
                Updates.set(GroupDocuments.WORK, GroupDocuments.of(work)));
    }

    @Override
    public void tidy(Instant closedBefore, long openKept) {
        while (remove(lt(CLOSED_AT, Date.from(closedBefore)), BATCH, 0)) {}
        Bson open = eq(STATE, Letter.State.OPEN.name());
        long tooMany = letters.countDocuments(open) - openKept;
        while (tooMany > 0 && remove(open, (int) Math.min(tooMany, BATCH), 1)) {
            tooMany -= BATCH;
        }
        for (LetterGroup group : groups()) {
            List<Bson> counts = new ArrayList<>();
            for (Letter.State state : Letter.State.values()) {
                long counted = letters.countDocuments(and(eq(GROUP, group.id()), eq(STATE, state.name())));
                counts.add(Updates.set(GroupDocuments.count(state), counted));
            }
            groups.updateOne(eq(ID, group.id()), Updates.combine(counts));
        }
    }

    /** The oldest that match; answers whether there was any. */
    private boolean remove(Bson which, int limit, long dropped) {
        List<Document> oldest =
                letters.find(which).sort(Sorts.ascending(SORT_KEY)).limit(limit).into(new ArrayList<>());
        for (Document letter : oldest) {
            String id = letter.getString(ID);
            if (letters.deleteOne(and(eq(ID, id), eq(VERSION, letter.getLong(VERSION))))
                            .getDeletedCount()
                    == 1) {
                originals.deleteOne(eq(ID, id));
                groups.updateOne(eq(ID, letter.getString(GROUP)), Updates.inc(GroupDocuments.DROPPED, dropped));
            }
        }
        return !oldest.isEmpty();
    }
}
