package org.ncsoversight.evidence.registers.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.model.RegisterTable;
import org.ncsoversight.evidence.registers.model.RowChange;
import org.ncsoversight.evidence.registers.store.RegisterStore;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One document per provider and register. What is new to the history is written with the rows and moved to a collection of
 * its own afterwards; what a crash leaves behind is moved with the next change, and read from where it is until then.
 */
final class MongoRegisterStore implements RegisterStore {

    private static final Logger log = LoggerFactory.getLogger(MongoRegisterStore.class);
    private static final String UNMOVED = "unmovedHistory";

    private final MongoCollection<Document> tables;
    private final MongoCollection<Document> history;

    MongoRegisterStore(MongoCollection<Document> tables, MongoCollection<Document> history) {
        this.tables = tables;
        this.history = history;
    }

    @Override
    public RegisterTable table(ProviderId provider, Register register, VisibleProviders visible) {
        return visible.includes(provider) ? toCount(provider, register) : RegisterTable.empty(provider, register);
    }

    @Override
    public RegisterTable toCount(ProviderId provider, Register register) {
        return Away.unless(() -> Optional.ofNullable(tables.find(eq("_id", RegisterDocument.id(provider, register)))
                        .projection(Projections.exclude(UNMOVED))
                        .first())
                .map(document -> RegisterDocument.read(document, register))
                .orElseGet(() -> RegisterTable.empty(provider, register)));
    }

    @Override
    public boolean save(RegisterTable.Changed changed) {
        var table = changed.table();
        var changes = changed.changes().stream()
                .map(change -> RegisterDocument.change(table.provider(), table.register(), change))
                .toList();
        boolean saved = Away.unless(() -> table.version() == 1 ? inserted(table, changes) : updated(table, changes));
        if (saved) {
            moveHistory(RegisterDocument.id(table.provider(), table.register()));
        }
        return saved;
    }

    private boolean inserted(RegisterTable table, List<Document> changes) {
        try {
            tables.insertOne(new Document("_id", RegisterDocument.id(table.provider(), table.register()))
                    .append(RegisterDocument.VERSION, table.version())
                    .append(RegisterDocument.PROVIDER, table.provider().ukprn())
                    .append(RegisterDocument.ROWS, RegisterDocument.rows(table))
                    .append(UNMOVED, changes));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    private boolean updated(RegisterTable table, List<Document> changes) {
        var theVersionBefore = and(
                eq("_id", RegisterDocument.id(table.provider(), table.register())),
                eq(RegisterDocument.VERSION, table.version() - 1));
        var update = combine(
                set(RegisterDocument.VERSION, table.version()),
                set(RegisterDocument.ROWS, RegisterDocument.rows(table)),
                pushEach(UNMOVED, changes));
        return tables.updateOne(theVersionBefore, update).getMatchedCount() == 1;
    }

    private void moveHistory(String id) {
        try {
            var unmoved = unmoved(id);
            if (!unmoved.isEmpty()) {
                var moves = unmoved.stream()
                        .map(change -> new ReplaceOneModel<>(
                                eq("_id", change.getString("_id")), change, new ReplaceOptions().upsert(true)))
                        .toList();
                history.bulkWrite(moves, new BulkWriteOptions().ordered(false));
                var ids =
                        unmoved.stream().map(change -> change.getString("_id")).toList();
                tables.updateOne(eq("_id", id), pull(UNMOVED, in("_id", ids)));
            }
        } catch (MongoException e) {
            log.atWarn().addKeyValue("register", id).setCause(e).log("History left to be moved with the next change");
        }
    }

    private List<Document> unmoved(String id) {
        return Optional.ofNullable(tables.find(eq("_id", id))
                        .projection(Projections.include(UNMOVED))
                        .first())
                .map(document -> RegisterDocument.list(document, UNMOVED))
                .orElse(List.of());
    }

    @Override
    public List<RowChange> history(ProviderId provider, Register register, UUID row, VisibleProviders visible) {
        if (!visible.includes(provider)) {
            return List.of();
        }
        String table = RegisterDocument.id(provider, register);
        String ofRow = table + "/" + row;
        return Away.unless(() -> {
            // First where it may still be, then where it is moved to, so that nothing is missed on its way.
            Map<Long, RowChange> changes = new HashMap<>();
            unmoved(table).stream()
                    .map(RegisterDocument::change)
                    .filter(change -> change.row().equals(row))
                    .forEach(change -> changes.put(change.version(), change));
            history.find(and(gte("_id", ofRow + "/"), lt("_id", ofRow + "0")))
                    .map(RegisterDocument::change)
                    .forEach(change -> changes.put(change.version(), change));
            return changes.values().stream()
                    .sorted(Comparator.comparingLong(RowChange::version).reversed())
                    .toList();
        });
    }

    @Override
    public List<ProviderId> providersWith(Register register, VisibleProviders visible) {
        return toCount(register).stream().filter(visible::includes).toList();
    }

    @Override
    public List<ProviderId> toCount(Register register) {
        return Away.unless(() -> tables.find(and(gte("_id", register.code() + "/"), lt("_id", register.code() + "0")))
                .projection(Projections.include(RegisterDocument.PROVIDER))
                .map(document -> new ProviderId(document.getString(RegisterDocument.PROVIDER)))
                .into(new ArrayList<>()));
    }
}
