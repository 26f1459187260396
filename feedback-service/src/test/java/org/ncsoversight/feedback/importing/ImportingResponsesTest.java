package org.ncsoversight.feedback.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.feedback.importing.Samples.NOW;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ncsoversight.feedback.file.FileLimits;
import org.ncsoversight.feedback.file.QuestionnaireFile;
import org.ncsoversight.feedback.file.ResponsesFile;
import org.ncsoversight.feedback.importing.ImportResponses.Command;
import org.ncsoversight.feedback.importing.ImportResponses.Result;
import org.ncsoversight.feedback.importing.ImportedFile.Counts;
import org.ncsoversight.feedback.importing.ImportedFile.Mode;
import org.ncsoversight.feedback.importing.ImportedFile.State;
import org.ncsoversight.feedback.model.FeedbackEvent.ResponseRecorded;
import org.ncsoversight.feedback.model.FileOwner;
import org.ncsoversight.feedback.model.InMemoryProviderRegister;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.security.Callers;
import org.ncsoversight.tables.ReadAs;
import org.ncsoversight.tables.workbook.Refusal;
import org.springframework.util.unit.DataSize;

class ImportingResponsesTest {

    private static final String HEADINGS = "survey_id,wave,touchpoint_id,subcontractor_ukprn,channel,"
            + "response_id,responded_on,question_code,answer_code,weight\n";

    private final InMemoryImportStore imports = new InMemoryImportStore();
    private final InMemoryResponseStore responses = new InMemoryResponseStore();
    private final ImportLimits limits = limits(Duration.ofSeconds(30));
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ApplyImports applyImports = new ApplyImports(imports, responses, limits, clock);
    private final ImportResponses importResponses = importResponses(imports, limits);
    private final RecoverImports recoverImports = new RecoverImports(imports, applyImports, limits, clock);

    @Test
    void a_good_file_is_recorded_with_an_event_for_each_response() {
        var result = run(Mode.ALL, row("1", "5") + row("2", "4") + row("3", "1"));

        assertThat(recorded(result).counts()).isEqualTo(new Counts(3, 3, 0, 0));
        assertThat(responses.all()).hasSize(3);
        assertThat(responses.events())
                .extracting(event -> event.response().version())
                .containsOnly(1L);
    }

    @Test
    void the_same_file_again_changes_nothing() {
        var first = recorded(run(Mode.ALL, row("1", "5")));

        var second = run(Mode.ALL, row("1", "5"));

        assertThat(second).isEqualTo(new Result.AlreadyRecorded(first));
        assertThat(responses.events()).hasSize(1);
    }

    @Test
    void an_earlier_file_sent_again_after_another_is_a_new_import_and_wins() {
        var first = recorded(run(Mode.ALL, row("1", "5")));
        run(Mode.ALL, row("1", "4"));

        var again = recorded(run(Mode.ALL, row("1", "5")));

        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(again.counts().recorded()).isEqualTo(1);
        assertThat(responses.all()).singleElement().satisfies(response -> {
            assertThat(response.version()).isEqualTo(3);
            assertThat(response.answers().getFirst().code()).isEqualTo("5");
        });
        assertThat(run(Mode.ALL, row("1", "5"))).isEqualTo(new Result.AlreadyRecorded(again));
    }

    @Test
    void an_import_that_died_overwrites_nothing_that_a_later_one_confirmed() throws IOException {
        var dying = (ImportStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ImportStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("chunk")) {
                        throw new IllegalStateException("died");
                    }
                    return method.invoke(imports, arguments);
                });
        run(Mode.ALL, row("1", "5"));
        try (var dies = importResponses(dying, limits)) {
            assertThat(dies.run(command(Mode.ALL, row("1", "4")))).isInstanceOf(Result.Accepted.class);
        }
        run(Mode.ALL, row("1", "5") + row("2", "5"));

        recoverImports.recover();

        assertThat(responses.all())
                .extracting(response -> response.answers().getFirst().code())
                .containsExactly("5", "5");
        assertThat(responses.events()).hasSize(2);
    }

    @Test
    void a_bad_row_keeps_the_whole_file_out() {
        var result = run(Mode.ALL, row("1", "5") + row("2", "9"));

        assertThat(result).isInstanceOfSatisfying(Result.RowsRefused.class, refused -> {
            assertThat(refused.refused().badRows()).hasSize(1);
            assertThat(imports.find(refused.refused().id(), Callers.all())).isPresent();
        });
        assertThat(responses.all()).isEmpty();
    }

    @Test
    void a_bad_row_keeps_only_its_response_out_when_asked() {
        var result = run(Mode.GOOD_ROWS, row("1", "5") + row("2", "9"));

        assertThat(recorded(result).counts()).isEqualTo(new Counts(2, 1, 0, 1));
        assertThat(recorded(result).badRows()).hasSize(1);
        assertThat(responses.all()).hasSize(1);
    }

    @Test
    void the_corrected_file_can_be_imported_after_a_refusal() {
        run(Mode.ALL, row("1", "5") + row("2", "9"));

        assertThat(recorded(run(Mode.ALL, row("1", "5") + row("2", "5")))
                        .counts()
                        .recorded())
                .isEqualTo(2);
    }

    @Test
    void only_what_differs_gets_a_new_version_and_an_event() {
        run(Mode.ALL, row("1", "5") + row("2", "4"));

        var result = run(Mode.ALL, row("1", "5") + row("2", "3") + row("3", "3"));

        assertThat(recorded(result).counts()).isEqualTo(new Counts(3, 2, 1, 0));
        assertThat(responses.all()).extracting(Response::version).containsExactly(1L, 2L, 1L);
        assertThat(responses.events()).hasSize(4);
    }

    @Test
    void an_unreadable_file_is_refused_and_not_remembered() throws IOException {
        var result = importResponses.run(
                new Command(Callers.contractManager(), Mode.ALL, new ByteArrayInputStream(new byte[0])));

        assertThat(result).isEqualTo(new Result.FileRefused(Refusal.ofFile("empty-file", "The file is empty")));
        assertThat(imports.visible(Callers.all())).isEmpty();
    }

    @Test
    void an_import_that_died_after_its_commit_is_finished() {
        var file = begun(2);
        imports.write(file.id(), 0, List.of(Samples.response("1", "99000001", "5")));
        imports.write(file.id(), 1, List.of(Samples.response("2", "99000001", "5")));
        imports.commit(file);

        recoverImports.recover();

        assertThat(responses.all()).hasSize(2);
        assertThat(imports.find(file.id(), Callers.all()))
                .map(ImportedFile::state)
                .contains(State.APPLIED);
    }

    @Test
    void an_import_that_died_half_applied_is_finished_without_saying_anything_twice() {
        var file = begun(2);
        var first = Samples.response("1", "99000001", "5");
        imports.write(file.id(), 0, List.of(first));
        imports.write(file.id(), 1, List.of(Samples.response("2", "99000001", "5")));
        imports.commit(file);
        // What a process does that is killed between two chunks.
        responses.write(List.of(new ResponseRecorded(UUID.randomUUID(), NOW, first)), file.order());
        assertThat(responses.all()).hasSize(1);

        recoverImports.recover();

        assertThat(responses.events()).hasSize(2);
        assertThat(imports.find(file.id(), Callers.all()))
                .map(found -> found.counts().recorded())
                .contains(4);
    }

    @Test
    void an_import_that_died_before_its_commit_never_was() {
        var young = begun(1);
        var old = new ImportedFile(
                new ImportId(UUID.randomUUID()),
                State.WRITING,
                young.owner(),
                young.mode(),
                "b",
                NOW.minus(Duration.ofMinutes(11)),
                1,
                1,
                0,
                young.counts(),
                0,
                List.of(),
                ReadAs.UNKNOWN);
        imports.begin(old);
        imports.write(old.id(), 0, List.of(Samples.response("1", "99000001", "5")));

        recoverImports.recover();

        assertThat(responses.all()).isEmpty();
        assertThat(imports.chunk(old.id(), 0)).isEmpty();
        assertThat(imports.in(State.WRITING, NOW.plusSeconds(1))).containsExactly(young);
    }

    @Test
    void an_earlier_import_that_comes_late_does_not_overwrite_a_later_one() {
        var late = Samples.writing(FileOwner.PROGRAMME, "late", 1);
        imports.begin(late);
        imports.write(late.id(), 0, List.of(Samples.response("1", "99000001", "1")));
        imports.commit(late);
        imports.nextOrder();
        run(Mode.ALL, row("1", "5"));

        recoverImports.recover();

        assertThat(responses.all())
                .singleElement()
                .extracting(response -> response.answers().getFirst().code())
                .isEqualTo("5");
        assertThat(responses.events()).hasSize(1);
    }

    @Test
    void what_another_process_is_applying_is_left_to_it_until_it_no_longer_says_so() {
        var file = begun(1);
        imports.write(file.id(), 0, List.of(Samples.response("1", "99000001", "5")));
        imports.commit(file);

        imports.hold(file.id(), UUID.randomUUID(), NOW, NOW.plusSeconds(1));
        recoverImports.recover();
        assertThat(responses.all()).isEmpty();
        new RecoverImports(
                        imports,
                        new ApplyImports(imports, responses, limits, Clock.offset(clock, Duration.ofSeconds(2))),
                        limits,
                        clock)
                .recover();
        assertThat(responses.all()).hasSize(1);
    }

    @Test
    void nobody_waits_for_a_long_import_and_the_totals_are_counted_when_it_ends() throws IOException {
        var mayGoOn = new CountDownLatch(1);
        var slow = (ImportStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ImportStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("applied")) {
                        mayGoOn.await();
                    }
                    return method.invoke(imports, arguments);
                });
        try (var impatient = importResponses(slow, limits(Duration.ZERO))) {
            assertThat(impatient.run(command(Mode.ALL, row("1", "5") + row("2", "5"))))
                    .isInstanceOf(Result.Accepted.class);
            mayGoOn.countDown();
        }

        assertThat(responses.all()).hasSize(2);
        assertThat(responses.recounted())
                .isEqualTo(responses.all().stream().map(ProviderMonth::of).collect(Collectors.toSet()));
    }

    @Test
    void a_response_that_moved_to_another_month_makes_both_months_counted() {
        run(Mode.ALL, row("1", "5"));

        run(Mode.ALL, row("1", "5").replace("2026-10-14", "2026-09-14"));

        assertThat(responses.recounted())
                .extracting(ProviderMonth::month)
                .containsExactlyInAnyOrder(YearMonth.of(2026, 9), YearMonth.of(2026, 10));
    }

    @Test
    void half_past_midnight_in_an_english_summer_is_today() throws IOException {
        var night = Clock.fixed(Instant.parse("2026-06-30T23:30:00Z"), ZoneOffset.UTC);
        try (var atNight = importResponses(imports, limits, night)) {
            assertThat(atNight.run(command(Mode.ALL, row("1", "5").replace("2026-10-14", "2026-07-01"))))
                    .isInstanceOf(Result.Recorded.class);
            assertThat(atNight.run(command(Mode.ALL, row("2", "5").replace("2026-10-14", "2026-07-02"))))
                    .isInstanceOf(Result.RowsRefused.class);
        }
    }

    private ImportResponses importResponses(ImportStore store, ImportLimits patience) {
        return importResponses(store, patience, clock);
    }

    private ImportResponses importResponses(ImportStore store, ImportLimits patience, Clock clock) {
        return new ImportResponses(
                new Reading(
                        new ResponsesFile(new FileLimits(DataSize.ofMegabytes(1), 1000, 100)),
                        InMemoryProviderRegister.withTwoAreas(),
                        QuestionnaireFile.bundled()),
                store,
                new ApplyImports(store, responses, patience, clock),
                patience,
                clock);
    }

    private static ImportLimits limits(Duration answerWithin) {
        return new ImportLimits(
                2, 1, 100, answerWithin, Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofDays(30));
    }

    private ImportedFile begun(int chunks) {
        var file = Samples.writing(FileOwner.PROGRAMME, "a", chunks);
        imports.begin(file);
        return file;
    }

    private static ImportedFile recorded(Result result) {
        return ((Result.Recorded) result).file();
    }

    private Result run(Mode mode, String rows) {
        try {
            return importResponses.run(command(mode, rows));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Command command(Mode mode, String rows) {
        return new Command(
                Callers.contractManager(), mode, new ByteArrayInputStream((HEADINGS + rows).getBytes(UTF_8)));
    }

    private static String row(String response, String answer) {
        return "s,2026-10,0000000201,,2,%s,2026-10-14,overall_satisfaction,%s,1\n".formatted(response, answer);
    }
}
