package org.ncsoversight.criteria.people.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.mongo.Writes;
import org.ncsoversight.criteria.people.MachineAccountStore;
import org.ncsoversight.criteria.people.model.MachineAccount;
import org.ncsoversight.criteria.people.model.MachineAccount.State;
import org.ncsoversight.criteria.security.PeopleKeeper;

/** Machine accounts in MongoDB, one document each. */
final class MongoMachineAccountStore implements MachineAccountStore {

    private static final String ORGANISATION = "organisation";
    private static final String MADE_AT = "madeAt";
    private static final String SECRET_SINCE = "secretSince";
    private static final String STATE = "state";
    private static final String KEY = "key";

    private final MongoCollection<Document> accounts;

    MongoMachineAccountStore(MongoCollection<Document> accounts) {
        this.accounts = accounts;
    }

    void createIndexes() {
        accounts.createIndex(Indexes.compoundIndex(Indexes.ascending(ORGANISATION), Indexes.descending(MADE_AT)));
    }

    @Override
    public List<MachineAccount> list(Optional<Ukprn> organisation, int limit, PeopleKeeper keeper) {
        return accounts.find(and(
                        of(keeper),
                        organisation
                                .map(ukprn -> eq(ORGANISATION, ukprn.value()))
                                .orElse(empty())))
                .projection(Projections.exclude(KEY))
                .sort(Sorts.descending(MADE_AT, Writes.ID))
                .limit(limit)
                .map(MongoMachineAccountStore::account)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<MachineAccount> find(String clientId, PeopleKeeper keeper) {
        return Optional.ofNullable(accounts.find(and(eq(Writes.ID, clientId), of(keeper)))
                        .projection(Projections.exclude(KEY))
                        .first())
                .map(MongoMachineAccountStore::account);
    }

    @Override
    public long countNotEnded(Ukprn organisation) {
        return accounts.countDocuments(and(eq(ORGANISATION, organisation.value()), ne(STATE, State.ENDED.code())));
    }

    @Override
    public void save(MachineAccount account) {
        accounts.updateOne(
                eq(Writes.ID, account.clientId()),
                Updates.combine(
                        Updates.set(ORGANISATION, account.organisation().value()),
                        Updates.set("name", account.name()),
                        Updates.set("madeBy", account.madeBy()),
                        Updates.set(MADE_AT, Date.from(account.madeAt())),
                        Updates.set(
                                SECRET_SINCE,
                                account.secretSince().map(Date::from).orElse(null)),
                        Updates.set(STATE, account.state().code()),
                        // What has ended is never changed again.
                        account.hasEnded() ? Updates.unset(KEY) : Updates.setOnInsert(KEY, null)),
                new UpdateOptions().upsert(true));
    }

    @Override
    public void keepKey(String clientId, String key) {
        accounts.updateOne(eq(Writes.ID, clientId), Updates.set(KEY, key));
    }

    @Override
    public Optional<String> key(String clientId) {
        return Optional.ofNullable(accounts.find(eq(Writes.ID, clientId)).first())
                .flatMap(found -> Optional.ofNullable(found.getString(KEY)));
    }

    private static Bson of(PeopleKeeper keeper) {
        return keeper.only().map(ukprn -> eq(ORGANISATION, ukprn.value())).orElse(empty());
    }

    private static MachineAccount account(Document document) {
        return new MachineAccount(
                document.getString(Writes.ID),
                new Ukprn(document.getString(ORGANISATION)),
                document.getString("name"),
                document.getString("madeBy"),
                document.getDate(MADE_AT).toInstant(),
                Optional.ofNullable(document.getDate(SECRET_SINCE)).map(Date::toInstant),
                State.of(document.getString(STATE)));
    }
}
