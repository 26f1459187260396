package org.ncsoversight.evidence.registers.registering.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ncsoversight.evidence.registers.model.Registers.ADVISERS;
import static org.ncsoversight.evidence.registers.registering.Registering.NORTHMOORS_LEAD;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ncsoversight.backing.TableKind;
import org.ncsoversight.evidence.registers.model.RandomRows;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.model.Registers;
import org.ncsoversight.evidence.registers.registering.KeepRegister.Which;
import org.ncsoversight.evidence.registers.registering.Registering;
import org.ncsoversight.evidence.registers.registering.files.ImportRegister.Mode;
import org.ncsoversight.evidence.registers.registering.files.ImportRegister.Result;
import org.ncsoversight.evidence.registers.store.RegisterImport;
import org.ncsoversight.evidence.registers.store.RegisterImport.Tally;
import org.ncsoversight.evidence.registers.store.RegisterImportStore;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.TableFormat;
import org.ncsoversight.tables.TableWriter;

class ImportingRegistersTest {

    private static final String HEADINGS = "reference,name,role,held,inductedOn\n";

    private final Registering world = new Registering();
    private final ImportRegister importing = new ImportRegister(
            world.store,
            new Imports(),
            world.recount,
            world.days,
            new ImportRegister.Settings(world.limits, world.clock));

    @Test
    void rows_are_added_then_changed_and_the_same_file_again_changes_nothing() {
        assertThat(tally(HEADINGS + "A1,,Adviser,4,\nA2,,Adviser,6,1/3/2026\n")).isEqualTo(new Tally(2, 2, 0, 0, 0));
        assertThat(tally(HEADINGS + "A1,,Adviser,4,\nA2,,Adviser,6,1/3/2026\n")).isEqualTo(new Tally(2, 0, 0, 2, 0));
        assertThat(world.table(ADVISERS).version()).isEqualTo(1);
        assertThat(tally(HEADINGS + "a2,,Adviser,7,2026-03-01\nA3,,Adviser,0,\n"))
                .isEqualTo(new Tally(2, 1, 1, 0, 0));
        assertThat(world.counts.announced().getLast().measures().getFirst().denominator())
                .isEqualTo(3);
    }

    @Test
    void all_rows_or_none_unless_the_good_ones_are_wanted() {
        var file = HEADINGS + "A1,,Adviser,4,\n,,Adviser,x,31/2/2026\n\nA1,,Adviser,5,\n";

        var refused = done(file, Mode.ALL);

        assertThat(refused.taken()).isFalse();
        assertThat(world.table(ADVISERS).rows()).isEmpty();
        assertThat(refused.badRows())
                .extracting(BadRow::row, BadRow::column, BadRow::code)
                .containsExactly(
                        tuple(3, "reference", "reference-missing"),
                        tuple(3, "held", "held-not-a-number"),
                        tuple(3, "inductedOn", "inductedOn-not-a-date"),
                        tuple(5, "reference", "reference-twice"));
        assertThat(done(file, Mode.GOOD_ROWS).tally()).isEqualTo(new Tally(3, 1, 0, 0, 2));
        assertThat(world.table(ADVISERS).rows()).hasSize(1);
    }

    @Test
    void columns_that_are_not_in_the_file_stay_as_they_are() {
        tally(HEADINGS + "A1,Jo,Adviser,4,2026-03-01\n");

        assertThat(tally("Own reference,Role,Qualification level held\nA1,Adviser,6\n"))
                .isEqualTo(new Tally(1, 0, 1, 0, 0));
        assertThat(world.table(ADVISERS).rows().getFirst().cells().values())
                .containsEntry("name", "Jo")
                .containsEntry("inductedOn", "2026-03-01")
                .containsEntry("held", "6");
    }

    @Test
    void two_rows_may_swap_their_keys_but_not_take_one_that_stays() throws IOException {
        tally(HEADINGS + "A1,,Adviser,4,\nA2,,Adviser,6,\nA3,,Adviser,6,\n");
        var rows = world.table(ADVISERS).rows();

        assertThat(tally("row,reference,role,held\n%s,A2,Adviser,4\n%s,A1,Adviser,6\n"
                        .formatted(rows.get(0).id(), rows.get(1).id())))
                .isEqualTo(new Tally(2, 0, 2, 0, 0));
        assertThat(done(
                                "row,reference,role,held\n%s,A3,Adviser,4\n"
                                        .formatted(rows.get(0).id()),
                                Mode.ALL)
                        .badRows())
                .extracting(BadRow::code)
                .containsExactly("reference-already-there");
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty-file",
        "'reference,role', missing-columns",
        "'reference,role,held,ROLE', duplicate-columns",
        "'reference,role,held\n\"A', not-csv",
        "'PK no zip at all', not-a-workbook"
    })
    void a_file_that_is_none_of_this_register_is_refused_as_a_whole(String file, String code) {
        assertThat(take(file.getBytes(StandardCharsets.UTF_8), Mode.ALL))
                .isInstanceOfSatisfying(
                        Result.Unreadable.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo(code));
    }

    @Test
    void what_is_no_text_and_large_files_are_refused_with_what_to_do() {
        assertThat(take((HEADINGS + "A\0").getBytes(StandardCharsets.ISO_8859_1), Mode.ALL))
                .isInstanceOfSatisfying(
                        Result.Unreadable.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo("not-a-table"));
        assertThat(take(new byte[200 * 1024 + 1], Mode.ALL))
                .isInstanceOfSatisfying(
                        Result.Unreadable.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo("file-too-large"));
    }

    @Test
    void a_message_never_repeats_a_cell() {
        assertThat(done(HEADINGS + "A1,Secret Name,Adviser,Secret Level,Secret Day\n", Mode.ALL)
                        .badRows())
                .hasSize(2)
                .noneMatch(bad -> bad.toString().contains("Secret"));
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_export_taken_in_again_changes_nothing_and_gives_another_installation_the_same(int seed) throws IOException {
        var random = new Random(seed);
        for (Register register : Registers.ALL) {
            for (int i = 0; i < 12; i++) {
                world.keep.add(
                        NORTHMOORS_LEAD,
                        new Which(register, UUID.randomUUID(), null),
                        RandomRows.typed(register, random));
            }
            for (byte[] file : List.of(csv(register), xlsx(register))) {
                int rows = world.table(register).standing().size();
                assertThat(done(register, file, world).tally()).isEqualTo(new Tally(rows, 0, 0, rows, 0));

                var other = new Registering();
                done(register, file, other);
                assertThat(other.table(register).rows())
                        .isEqualTo(world.table(register).rows());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_table_of_any_kind_is_read_as_the_plain_one(TableKind kind) {
        byte[] file = kind.of(
                List.of("reference", "role", "held", "inductedOn"),
                List.of(List.of("A1", "Adviser", "4", "2026-03-01")));

        assertThat(done(ADVISERS, file, world).tally()).isEqualTo(new Tally(1, 1, 0, 0, 0));

        assertThat(world.table(ADVISERS).rows().getFirst().cells().values())
                .containsEntry("reference", "A1")
                .containsEntry("held", "4")
                .containsEntry("inductedOn", "2026-03-01");
    }

    @Test
    void unknown_columns_are_reported_and_a_row_with_a_comma_too_many_is_wrong() {
        var refused = done("reference,role,held,shoe size\nA1,Adviser,4,9\nA2,Adviser,4,9,9\n", Mode.ALL);

        assertThat(refused.readAs().ignoredColumns()).containsExactly("shoe size");
        assertThat(refused.badRows()).extracting(BadRow::row, BadRow::code).containsExactly(tuple(3, "too-many-cells"));
    }

    private byte[] csv(Register register) throws IOException {
        return written(register, TableFormat.CSV);
    }

    private byte[] xlsx(Register register) throws IOException {
        return written(register, TableFormat.XLSX);
    }

    private byte[] written(Register register, TableFormat format) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = TableWriter.open(format, out, "Rows")) {
            table.note("Filter: “all\nrows”");
            table.headings(ExportRegister.headings(register.columns(), format));
            for (var row : world.table(register).standing()) {
                table.row(ExportRegister.cells(row, register.columns()));
            }
        }
        return out.toByteArray();
    }

    private Tally tally(String file) {
        return done(file, Mode.ALL).tally();
    }

    private RegisterImport done(String file, Mode mode) {
        return ((Result.Done) take(file.getBytes(StandardCharsets.UTF_8), mode)).done();
    }

    private static RegisterImport done(Register register, byte[] file, Registering world) {
        var importing = new ImportRegister(
                world.store,
                new Imports(),
                world.recount,
                world.days,
                new ImportRegister.Settings(world.limits, world.clock));
        var result = importing.take(NORTHMOORS_LEAD, register, file, Mode.ALL);
        assertThat(result).isInstanceOf(Result.Done.class);
        return ((Result.Done) result).done();
    }

    private Result take(byte[] file, Mode mode) {
        return importing.take(NORTHMOORS_LEAD, ADVISERS, file, mode);
    }

    /** The twin of the one in MongoDB. */
    private static final class Imports implements RegisterImportStore {

        private final Map<UUID, RegisterImport> kept = new HashMap<>();

        @Override
        public void keep(RegisterImport done) {
            kept.put(done.id(), done);
        }

        @Override
        public Optional<RegisterImport> find(UUID id, VisibleProviders visible) {
            return Optional.ofNullable(kept.get(id)).filter(done -> visible.includes(done.provider()));
        }
    }
}
