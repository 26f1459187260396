package org.ncsoversight.evidence.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.model.RegisterTable;
import org.ncsoversight.evidence.registers.model.RowChange;
import org.ncsoversight.evidence.registers.store.RegisterStore;
import org.ncsoversight.evidence.security.VisibleProviders;

/** The twin of the one in MongoDB, for tests in milliseconds. */
public final class InMemoryRegisterStore implements RegisterStore {

    private final Map<String, RegisterTable> tables = new LinkedHashMap<>();
    private final Map<String, List<RowChange>> history = new LinkedHashMap<>();

    @Override
    public synchronized RegisterTable table(ProviderId provider, Register register, VisibleProviders visible) {
        return visible.includes(provider) ? toCount(provider, register) : RegisterTable.empty(provider, register);
    }

    @Override
    public synchronized boolean save(RegisterTable.Changed changed) {
        var table = changed.table();
        if (toCount(table.provider(), table.register()).version() != table.version() - 1) {
            return false;
        }
        tables.put(id(table.provider(), table.register()), table);
        history.computeIfAbsent(id(table.provider(), table.register()), _ -> new ArrayList<>())
                .addAll(changed.changes());
        return true;
    }

    @Override
    public synchronized List<RowChange> history(
            ProviderId provider, Register register, UUID row, VisibleProviders visible) {
        return history.getOrDefault(id(provider, register), List.of()).stream()
                .filter(change -> change.row().equals(row) && visible.includes(provider))
                .sorted(Comparator.comparingLong(RowChange::version).reversed())
                .toList();
    }

    @Override
    public synchronized List<ProviderId> providersWith(Register register, VisibleProviders visible) {
        return toCount(register).stream().filter(visible::includes).toList();
    }

    @Override
    public synchronized RegisterTable toCount(ProviderId provider, Register register) {
        return tables.getOrDefault(id(provider, register), RegisterTable.empty(provider, register));
    }

    @Override
    public synchronized List<ProviderId> toCount(Register register) {
        return tables.values().stream()
                .filter(table -> table.register().equals(register))
                .map(RegisterTable::provider)
                .toList();
    }

    private static String id(ProviderId provider, Register register) {
        return register.code() + "/" + provider;
    }
}
