package org.ncsoversight.evidence.registers.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.registers.model.Registers.ADVISERS;
import static org.ncsoversight.evidence.registers.registering.Registering.NORTHMOORS_LEAD;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.registers.model.RegisterCounts;
import org.ncsoversight.evidence.registers.model.Row;
import org.ncsoversight.evidence.registers.model.RowChange;
import org.ncsoversight.evidence.registers.model.RowChange.What;
import org.ncsoversight.evidence.registers.registering.KeepRegister.Result;
import org.ncsoversight.evidence.registers.registering.KeepRegister.Which;

class KeepingRegistersTest {

    private final Registering world = new Registering();
    private final UUID id = UUID.randomUUID();

    @Test
    void a_row_is_added_and_what_it_changes_is_counted() {
        assertThat(add(id, "A1", "4")).isInstanceOf(Result.Kept.class);

        assertThat(world.table(ADVISERS).standing()).extracting(Row::version).containsExactly(1L);
        assertThat(world.counts.announced().getLast().measures().getFirst().denominator())
                .isEqualTo(1);
    }

    @Test
    void the_same_row_sent_twice_is_added_once_and_other_content_under_its_id_is_refused() {
        add(id, "A1", "4");

        assertThat(add(id, "A1", "4")).isEqualTo(new Result.Kept(row(), false));
        assertThat(add(id, "A2", "4")).isInstanceOf(Result.IdTaken.class);
        assertThat(world.table(ADVISERS).rows()).hasSize(1);
    }

    @Test
    void two_rows_are_not_the_same_thing_whatever_their_letters_case() {
        add(id, "a1", "4");

        assertThat(add(UUID.randomUUID(), "A1", "6"))
                .isEqualTo(new Result.Invalid(List.of(new FieldError(
                        "reference", "reference-already-there", "Own reference is on this register already"))));
    }

    @Test
    void of_two_who_change_the_same_row_the_second_is_told_what_stands_now() {
        add(id, "A1", "4");

        assertThat(change(1, "6")).isInstanceOf(Result.Kept.class);
        assertThat(change(1, "7")).isEqualTo(new Result.ChangedMeanwhile(row()));
        assertThat(change(1, "6")).as("the same again").isEqualTo(new Result.Kept(row(), false));
        assertThat(row().cells().text("held")).isEqualTo("6");
    }

    @Test
    void who_changed_what_is_kept() {
        add(id, "A1", "4");
        change(1, "6");

        var latest = world.store
                .history(Samples.NORTHMOOR, ADVISERS, id, NORTHMOORS_LEAD.visible())
                .getFirst();

        assertThat(latest.by()).isEqualTo(Samples.LEAD);
        assertThat(latest.what()).isEqualTo(What.CHANGED);
        assertThat(latest.cells()).containsExactly(new RowChange.CellChange("held", "4", "6"));
    }

    @Test
    void a_removed_row_no_longer_counts_and_comes_back_unless_its_place_is_taken() {
        add(id, "A1", "4");

        assertThat(world.keep.remove(NORTHMOORS_LEAD, which(1L))).isInstanceOf(Result.Kept.class);
        assertThat(world.table(ADVISERS).standing()).isEmpty();
        assertThat(world.counts.announced().getLast().measures().getFirst().denominator())
                .isZero();
        assertThat(change(2, "6")).isInstanceOf(Result.NotFound.class);
        assertThat(world.keep.restore(NORTHMOORS_LEAD, which(null))).isInstanceOf(Result.Kept.class);
        assertThat(world.table(ADVISERS).standing()).hasSize(1);

        world.keep.remove(NORTHMOORS_LEAD, which(3L));
        add(UUID.randomUUID(), "A1", "6");
        assertThat(world.keep.restore(NORTHMOORS_LEAD, which(null))).isInstanceOf(Result.Invalid.class);
    }

    @Test
    void a_name_is_in_no_history_and_goes_with_its_row() {
        var cells = Map.of("reference", "A1", "name", "Asha Patel", "role", "Adviser", "held", "4");
        world.keep.add(NORTHMOORS_LEAD, which(null), cells);
        world.keep.remove(NORTHMOORS_LEAD, which(1L));

        assertThat(row().cells().has("name")).isFalse();
        assertThat(row().cells().text("reference")).isEqualTo("A1");
        assertThat(world.store.history(Samples.NORTHMOOR, ADVISERS, id, NORTHMOORS_LEAD.visible()))
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.toString()).doesNotContain("Asha"));
        assertThat(world.keep.restore(NORTHMOORS_LEAD, which(null))).isInstanceOf(Result.Kept.class);
    }

    @Test
    void what_counts_the_same_is_not_announced_again() {
        add(id, "A1", "4");
        world.keep.change(NORTHMOORS_LEAD, which(1L), Map.of("reference", "A1", "role", "Senior adviser", "held", "4"));

        assertThat(world.counts.announced()).extracting(RegisterCounts::version).containsExactly(1L);
    }

    @Test
    void a_register_takes_as_many_rows_as_its_limit_says() {
        for (int i = 0; i < 500; i++) {
            assertThat(add(UUID.randomUUID(), "A" + i, "4")).isInstanceOf(Result.Kept.class);
        }

        assertThat(add(id, "one-more", "4")).isEqualTo(new Result.Full(500));
    }

    private Result add(UUID row, String reference, String held) {
        return world.keep.add(
                NORTHMOORS_LEAD,
                new Which(ADVISERS, row, null),
                Map.of("reference", reference, "role", "Adviser", "held", held));
    }

    private Result change(long seenVersion, String held) {
        return world.keep.change(
                NORTHMOORS_LEAD, which(seenVersion), Map.of("reference", "A1", "role", "Adviser", "held", held));
    }

    private Which which(Long seenVersion) {
        return new Which(ADVISERS, id, seenVersion);
    }

    private Row row() {
        return world.table(ADVISERS).find(id).orElseThrow();
    }
}
