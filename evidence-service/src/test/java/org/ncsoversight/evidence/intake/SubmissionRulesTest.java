package org.ncsoversight.evidence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.FieldError;

class SubmissionRulesTest {

    private final ReadSubmission reader = new Fixture().reader;

    @Test
    void a_valid_submission_has_no_errors() throws Exception {
        assertThat(codes(_ -> {})).isEmpty();
    }

    @Test
    void nothing_typed_gets_an_error_for_every_field() throws Exception {
        var outcome = reader.read(new Submission("", " ", "", List.of(), "", "", "", List.of()));

        assertThat(((ReadSubmission.Outcome.Invalid) outcome).errors())
                .extracting(FieldError::field)
                .containsExactly("title", "statement", "voice", "criteria", "periodFrom", "periodTo", "reviewDate");
    }

    @Test
    void a_title_may_be_as_long_as_the_limit_in_characters_of_any_script() throws Exception {
        assertThat(codes(typed -> typed.title = "😀".repeat(20))).isEmpty();
        assertThat(codes(typed -> typed.title = "a".repeat(21))).containsExactly("title-too-long");
    }

    @Test
    void a_statement_may_be_as_long_as_the_limit() throws Exception {
        assertThat(codes(typed -> typed.statement = "a".repeat(100))).isEmpty();
        assertThat(codes(typed -> typed.statement = "a".repeat(101))).containsExactly("statement-too-long");
    }

    @Test
    void voices_and_criteria_must_be_known() throws Exception {
        assertThat(codes(typed -> typed.voice = "minister")).containsExactly("voice-unknown");
        assertThat(codes(typed -> typed.criteria = List.of("4.3", "9.9", "x")))
                .containsExactly("criterion-unknown", "criterion-unknown");
    }

    @Test
    void a_period_ends_today_at_the_latest() throws Exception {
        assertThat(codes(typed -> typed.periodTo = "2026-11-23")).isEmpty();
        assertThat(codes(typed -> typed.periodTo = "2026-11-24")).containsExactly("period-to-in-future");
    }

    @Test
    void a_period_may_be_one_day_and_does_not_end_before_it_starts() throws Exception {
        assertThat(codes(typed -> typed.periodTo = "2026-04-01")).isEmpty();
        assertThat(codes(typed -> typed.periodTo = "2026-03-31")).containsExactly("period-ends-before-it-starts");
    }

    @Test
    void a_period_is_as_long_as_the_limit_at_most() throws Exception {
        assertThat(codes(typed -> typed.periodFrom = "2021-09-30")).isEmpty();
        assertThat(codes(typed -> typed.periodFrom = "2021-09-29")).containsExactly("period-too-long");
    }

    @Test
    void a_review_date_is_after_today_and_within_the_limit() throws Exception {
        assertThat(codes(typed -> typed.reviewDate = "2026-11-24")).isEmpty();
        assertThat(codes(typed -> typed.reviewDate = "2026-11-23")).containsExactly("review-date-not-in-future");
        assertThat(codes(typed -> typed.reviewDate = "2031-11-23")).isEmpty();
        assertThat(codes(typed -> typed.reviewDate = "2031-11-24")).containsExactly("review-date-too-far");
    }

    @Test
    void a_date_must_be_on_the_calendar() throws Exception {
        assertThat(codes(typed -> typed.periodFrom = "2026-02-30")).containsExactly("period-from-not-a-date");
        assertThat(codes(typed -> typed.reviewDate = "soon")).containsExactly("review-date-not-a-date");
    }

    @Test
    void as_many_files_as_the_limit_are_taken() throws Exception {
        var file = Fixture.file("a.txt", "text");

        assertThat(codes(typed -> typed.files = List.of(file, file))).isEmpty();
        assertThat(codes(typed -> typed.files = List.of(file, file, file))).containsExactly("files-too-many");
    }

    @Test
    void a_file_may_be_as_large_as_the_limit_but_not_empty() throws Exception {
        assertThat(codes(typed -> typed.files = List.of(Fixture.file("a.txt", "a".repeat(1000)))))
                .isEmpty();
        assertThat(codes(typed -> typed.files = List.of(Fixture.file("a.txt", "a".repeat(1001)))))
                .containsExactly("file-too-large");
        assertThat(codes(typed -> typed.files = List.of(Fixture.file("a.txt", ""))))
                .containsExactly("file-empty");
    }

    @Test
    void a_file_needs_a_name_within_the_limit() throws Exception {
        assertThat(codes(typed -> typed.files = List.of(Fixture.file("", "text"))))
                .containsExactly("file-name-missing");
        assertThat(codes(typed -> typed.files = List.of(Fixture.file("a".repeat(31), "text"))))
                .containsExactly("file-name-too-long");
    }

    @Test
    void a_type_outside_the_list_is_refused_whatever_the_name_says() throws Exception {
        assertThat(codes(typed -> typed.files = List.of(Fixture.file("a.pdf", "<html><body>x</body></html>"))))
                .containsExactly("file-type-not-allowed");
    }

    private List<String> codes(Consumer<Fixture.Typed> change) throws Exception {
        var typed = Fixture.valid();
        change.accept(typed);
        return switch (reader.read(typed.done())) {
            case ReadSubmission.Outcome.Invalid(var errors) ->
                errors.stream().map(FieldError::code).toList();
            case ReadSubmission.Outcome.Read _ -> List.of();
            case ReadSubmission.Outcome.CriteriaNotYetKnown() -> List.of("criteria-not-yet-known");
        };
    }
}
