package org.ncsoversight.outcomes.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ncsoversight.outcomes.ClaimRows.bytes;
import static org.ncsoversight.outcomes.ClaimRows.file;
import static org.ncsoversight.outcomes.ClaimRows.row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.outcomes.ClaimRows;
import org.ncsoversight.outcomes.InMemoryRegister;
import org.ncsoversight.outcomes.file.ClaimsFile;
import org.ncsoversight.outcomes.file.FileLimits;
import org.ncsoversight.outcomes.importing.ImportClaims.Command;
import org.ncsoversight.outcomes.importing.ImportClaims.Result;
import org.ncsoversight.outcomes.importing.ImportedFile.Counts;
import org.ncsoversight.outcomes.importing.ImportedFile.Mode;
import org.ncsoversight.outcomes.security.Caller;
import org.ncsoversight.outcomes.security.Callers;
import org.ncsoversight.tables.BadRow;
import org.springframework.util.unit.DataSize;

class ImportingClaimsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final ImportLimits LIMITS = new ImportLimits(
            2, 1, 100, Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofDays(30));

    private final InMemoryImports imports = new InMemoryImports();
    private final InMemoryClaims claims = new InMemoryClaims();
    private final InMemoryRegister register = new InMemoryRegister();
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @BeforeEach
    void contracts() {
        register.remember(ClaimRows.contract(), 1);
        register.remember(ClaimRows.otherContract(), 1);
    }

    @Test
    void each_row_becomes_a_claim_of_version_1_with_its_event() throws IOException {
        var result = run(ClaimRows.manyRows(5));

        assertThat(countsOf(result)).isEqualTo(new Counts(5, 5, 0, 0));
        assertThat(claims.announced).hasSize(5).allMatch(event -> event.claim().version() == 1);
    }

    @Test
    void the_same_file_again_changes_nothing() throws IOException {
        var first = (Result.Recorded) run(ClaimRows.manyRows(3));

        var again = run(ClaimRows.manyRows(3));

        assertThat(again).isEqualTo(new Result.AlreadyRecorded(first.file()));
        assertThat(claims.announced).hasSize(3);
    }

    @Test
    void a_changed_row_becomes_the_next_version_and_an_equal_row_is_no_event() throws IOException {
        run(file(row("a", "1"), row("b", "2")));

        var result = run(file(row("a", "1"), row("b", "2").replace("10-14,1", "10-15,1")));

        assertThat(countsOf(result)).isEqualTo(new Counts(2, 1, 1, 0));
        assertThat(claims.announced).hasSize(3);
        assertThat(claims.announced.getLast().claim().version()).isEqualTo(2);
    }

    @Test
    void an_earlier_file_sent_again_after_another_is_a_new_import_and_wins() throws IOException {
        var earlier = file(row("a", "1"));
        run(earlier);
        run(file(row("a", "1").replace("10-14,1", "10-15,1")));

        var again = (Result.Recorded) run(earlier);

        assertThat(countsOf(again)).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(claims.announced.getLast().claim().version()).isEqualTo(3);
        assertThat(claims.announced.getLast().claim().effectiveOn()).isEqualTo("2026-10-14");
        assertThat(run(earlier)).isEqualTo(new Result.AlreadyRecorded(again.file()));
    }

    @Test
    void an_import_that_died_overwrites_nothing_that_a_later_one_confirmed() throws IOException {
        run(file(row("a", "1")));
        assertThat(run(dyingBefore("chunk"), file(row("a", "1").replace("10-14,1", "10-15,1"))))
                .isInstanceOf(Result.Accepted.class);
        run(file(row("a", "1"), row("b", "2")));

        later(Duration.ofMinutes(20));
        recover();

        assertThat(claims.announced)
                .extracting(event -> event.claim().effectiveOn().toString())
                .containsOnly("2026-10-14");
    }

    @Test
    void a_bad_row_keeps_the_whole_file_out() throws IOException {
        var result = run(file(row("a", "1"), row("", "2")));

        assertThat(result).isInstanceOfSatisfying(Result.RowsRefused.class, refused -> {
            assertThat(refused.refused().counts()).isEqualTo(new Counts(2, 0, 0, 2));
            assertThat(refused.refused().badRows())
                    .extracting(BadRow::row, BadRow::column, BadRow::code)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(3, "CustomerID", "missing"));
        });
        assertThat(claims.announced).isEmpty();
    }

    @Test
    void or_only_the_good_rows_go_in_when_asked() throws IOException {
        var result = run(Callers.contractManager(), "201", Mode.GOOD_ROWS, file(row("a", "1"), row("", "2")));

        assertThat(countsOf(result)).isEqualTo(new Counts(2, 1, 0, 1));
        assertThat(claims.announced).hasSize(1);
    }

    @Test
    void a_refused_file_can_be_sent_again_corrected_or_not() throws IOException {
        run(file(row("", "2")));

        assertThat(run(file(row("", "2")))).isInstanceOf(Result.RowsRefused.class);
        assertThat(run(file(row("a", "2")))).isInstanceOf(Result.Recorded.class);
    }

    @Test
    void a_touchpoint_of_others_is_as_unknown_as_one_that_does_not_exist() throws IOException {
        var lead = Callers.leadOf(ClaimRows.PRIME);

        assertThat(run(lead, "202", Mode.ALL, file(row("a", "1")))).isEqualTo(new Result.UnknownTouchpoint());
        assertThat(run(lead, "299", Mode.ALL, file(row("a", "1")))).isEqualTo(new Result.UnknownTouchpoint());
        assertThat(run(lead, "201", Mode.ALL, file(row("a", "1")))).isInstanceOf(Result.Recorded.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nextOrder", "begin", "write", "commit"})
    void dying_before_the_commit_leaves_nothing_of_the_file(String step) throws IOException {
        assertThatThrownBy(() -> run(dyingBefore(step), ClaimRows.manyRows(3))).isInstanceOf(Death.class);

        later(Duration.ofMinutes(11));
        recover();

        assertThat(claims.announced).isEmpty();
        assertThat(countsOf(run(ClaimRows.manyRows(3)))).isEqualTo(new Counts(3, 3, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunk", "applied"})
    void dying_after_the_commit_is_made_good_by_recovery(String step) throws IOException {
        assertThat(run(dyingBefore(step), ClaimRows.manyRows(3))).isInstanceOf(Result.Accepted.class);

        later(Duration.ofSeconds(1));
        recover();

        assertThat(claims.announced).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void or_by_sending_the_same_file_again() throws IOException {
        assertThat(run(dyingBefore("applied"), ClaimRows.manyRows(3))).isInstanceOf(Result.Accepted.class);

        var again = run(ClaimRows.manyRows(3));

        assertThat(again)
                .isInstanceOfSatisfying(
                        Result.AlreadyRecorded.class,
                        earlier -> assertThat(earlier.earlier().counts()).isEqualTo(new Counts(3, 3, 0, 0)));
        assertThat(claims.announced).hasSize(3);
    }

    @Test
    void an_import_that_died_does_not_overwrite_a_later_one() throws IOException {
        assertThat(run(dyingBefore("chunk"), file(row("a", "1")))).isInstanceOf(Result.Accepted.class);
        run(file(row("a", "1").replace("10-14,1", "10-15,1")));

        later(Duration.ofSeconds(1));
        recover();

        assertThat(claims.announced).hasSize(1);
        assertThat(claims.announced.getFirst().claim().effectiveOn()).isEqualTo("2026-10-15");
    }

    @Test
    void what_another_process_is_applying_is_left_to_it_until_it_no_longer_says_so() throws IOException {
        var committed = ((Result.Accepted) run(dyingBefore("chunk"), ClaimRows.manyRows(3))).committed();
        imports.hold(
                committed.id(),
                UUID.randomUUID(),
                clock.instant(),
                clock.instant().plusSeconds(30));

        later(Duration.ofSeconds(29));
        recover();
        assertThat(claims.announced).isEmpty();
        later(Duration.ofSeconds(2));
        recover();
        assertThat(claims.announced).hasSize(3);
    }

    @Test
    void nobody_waits_for_a_long_import_and_the_totals_are_counted_when_it_ends() throws Exception {
        var mayGoOn = new CountDownLatch(1);
        var slow = (ImportStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ImportStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("applied")) {
                        mayGoOn.await();
                    }
                    return method.invoke(imports, arguments);
                });
        var impatient = new ImportLimits(
                2, 1, 100, Duration.ZERO, Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofDays(30));
        try (var importClaims = importClaims(slow, impatient)) {
            var result = importClaims.run(command(ClaimRows.manyRows(5)));

            assertThat(result).isInstanceOf(Result.Accepted.class);
            mayGoOn.countDown();
        }

        assertThat(claims.announced).hasSize(5);
        assertThat(claims.recounted)
                .isEqualTo(claims.announced.stream()
                        .map(event -> ProviderMonth.of(event.claim()))
                        .collect(Collectors.toSet()));
    }

    @Test
    void a_claim_that_moved_to_another_month_makes_both_months_counted() throws IOException {
        run(file(row("a", "1")));
        claims.recounted.clear();

        run(file(row("a", "1").replace("10-14,1", "09-14,1")));

        assertThat(claims.recounted)
                .extracting(ProviderMonth::month)
                .containsExactlyInAnyOrder(YearMonth.of(2026, 9), YearMonth.of(2026, 10));
    }

    @Test
    void half_past_midnight_in_an_english_summer_is_today() throws IOException {
        clock = Clock.fixed(Instant.parse("2026-06-30T23:30:00Z"), ZoneOffset.UTC);
        var night = row("a", "1").replace("2026-09-01", "2026-06-01");

        assertThat(run(file(night.replace("2026-10-14", "2026-07-01")))).isInstanceOf(Result.Recorded.class);
        assertThat(run(file(night.replace("2026-10-14", "2026-07-02")))).isInstanceOf(Result.RowsRefused.class);
    }

    /** Stands for the end of the process. */
    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private ImportStore dyingBefore(String step) {
        return (ImportStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ImportStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals(step)) {
                        throw new Death();
                    }
                    try {
                        return method.invoke(imports, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void later(Duration time) {
        clock = Clock.offset(clock, time);
    }

    private void recover() {
        new RecoverImports(imports, new ApplyImports(imports, claims, LIMITS, clock), LIMITS, clock).recover();
    }

    private Result run(String text) throws IOException {
        return run(imports, text);
    }

    private Result run(ImportStore store, String text) throws IOException {
        return run(store, Callers.contractManager(), "201", Mode.ALL, text);
    }

    private Result run(Caller caller, String touchpoint, Mode mode, String text) throws IOException {
        return run(imports, caller, touchpoint, mode, text);
    }

    private Result run(ImportStore store, Caller caller, String touchpoint, Mode mode, String text) throws IOException {
        return importClaims(store, LIMITS)
                .run(new Command(caller, touchpoint, mode, new ByteArrayInputStream(bytes(text))));
    }

    private ImportClaims importClaims(ImportStore store, ImportLimits limits) {
        var files = new ClaimsFile(new FileLimits(DataSize.ofMegabytes(1), 100, 100));
        return new ImportClaims(
                new Reading(files, register, ClaimRows.key()),
                store,
                new ApplyImports(store, claims, limits, clock),
                limits,
                clock);
    }

    private static Command command(String text) {
        return new Command(Callers.contractManager(), "201", Mode.ALL, new ByteArrayInputStream(bytes(text)));
    }

    private static Counts countsOf(Result result) {
        return ((Result.Recorded) result).file().counts();
    }
}
