package org.ncsoversight.evidence.registers.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.model.Samples.SOUTHBY;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.registers.model.Cells;
import org.ncsoversight.evidence.registers.model.RegisterTable;
import org.ncsoversight.evidence.registers.model.Registers;
import org.ncsoversight.evidence.registers.model.RowChange;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.security.VisibleProviders;

/** What everything that keeps registers must do. */
public abstract class RegisterStoreContract {

    private static final VisibleProviders ALL = Callers.assessor("all").visible();
    private static final VisibleProviders SOUTHBYS =
            Callers.lead(SOUTHBY.ukprn()).visible();
    private static final RegisterTable.Stamp STAMP = new RegisterTable.Stamp(LEAD, NOON);

    protected abstract RegisterStore store();

    @Test
    void a_register_nobody_wrote_in_is_empty() {
        assertThat(store().table(NORTHMOOR, Registers.ADVISERS, ALL))
                .isEqualTo(RegisterTable.empty(NORTHMOOR, Registers.ADVISERS));
    }

    @Test
    void a_register_is_kept_as_it_was_written() {
        var id = UUID.randomUUID();
        var written = written(NORTHMOOR, Map.of(id, adviser("A1", "6")));

        assertThat(store().save(written)).isTrue();

        assertThat(store().table(NORTHMOOR, Registers.ADVISERS, ALL)).isEqualTo(written.table());
        assertThat(store().history(NORTHMOOR, Registers.ADVISERS, id, ALL)).isEqualTo(written.changes());
        assertThat(store().toCount(Registers.ADVISERS)).containsExactly(NORTHMOOR);
        assertThat(store().toCount(Registers.AIMS)).isEmpty();
    }

    @Test
    void of_two_who_write_at_once_one_loses_and_nothing_of_it_is_kept() {
        var id = UUID.randomUUID();
        store().save(written(NORTHMOOR, Map.of(id, adviser("A1", "6"))));
        var table = store().table(NORTHMOOR, Registers.ADVISERS, ALL);

        assertThat(store().save(table.with(Map.of(id, adviser("A1", "7")), STAMP)))
                .isTrue();
        assertThat(store().save(table.with(Map.of(id, adviser("A1", "8")), STAMP)))
                .isFalse();
        assertThat(store().save(RegisterTable.empty(NORTHMOOR, Registers.ADVISERS)
                        .with(Map.of(id, adviser("A1", "8")), STAMP)))
                .isFalse();

        assertThat(store().table(NORTHMOOR, Registers.ADVISERS, ALL)
                        .find(id)
                        .orElseThrow()
                        .cells())
                .isEqualTo(adviser("A1", "7"));
        assertThat(store().history(NORTHMOOR, Registers.ADVISERS, id, ALL))
                .extracting(RowChange::version)
                .containsExactly(2L, 1L);
    }

    @Test
    void many_rows_are_one_write() {
        var rows = new LinkedHashMap<UUID, Cells>();
        for (int i = 0; i < 300; i++) {
            rows.put(UUID.randomUUID(), adviser("A" + i, "4"));
        }

        store().save(written(NORTHMOOR, rows));

        assertThat(store().table(NORTHMOOR, Registers.ADVISERS, ALL).rows()).hasSize(300);
        assertThat(rows.keySet())
                .allSatisfy(row -> assertThat(store().history(NORTHMOOR, Registers.ADVISERS, row, ALL))
                        .hasSize(1));
    }

    @Test
    void another_providers_register_is_as_if_nobody_had_written_in_it() {
        var id = UUID.randomUUID();
        store().save(written(NORTHMOOR, Map.of(id, adviser("A1", "6"))));

        assertThat(store().table(NORTHMOOR, Registers.ADVISERS, SOUTHBYS))
                .isEqualTo(RegisterTable.empty(NORTHMOOR, Registers.ADVISERS));
        assertThat(store().history(NORTHMOOR, Registers.ADVISERS, id, SOUTHBYS)).isEmpty();
        assertThat(store().providersWith(Registers.ADVISERS, SOUTHBYS)).isEmpty();
    }

    private static RegisterTable.Changed written(ProviderId provider, Map<UUID, Cells> rows) {
        return RegisterTable.empty(provider, Registers.ADVISERS).with(rows, STAMP);
    }

    private static Cells adviser(String reference, String held) {
        return Cells.of(Map.of("reference", reference, "role", "Adviser", "held", held));
    }
}
