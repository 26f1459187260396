package org.ncsoversight.evidence.items.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.InMemoryStandard;

class SubmissionRulesTest {

    private final Fixture fixture = new Fixture();
    private final ReadSubmission reader = fixture.reader;

    @Test
    void a_valid_submission_has_no_errors() throws Exception {
        assertThat(codes(_ -> {})).isEmpty();
    }

    @Test
    void nothing_typed_gets_an_error_for_every_field() throws Exception {
        var outcome = reader.read(new Submission(Proposal.EMPTY, List.of()), "lead");

        assertThat(((ReadSubmission.Outcome.Invalid) outcome).errors())
                .extracting(FieldError::field)
                .containsExactly("title", "statement", "voice", "criteria", "periodFrom", "periodTo", "reviewDate");
    }

    @Test
    void a_title_or_statement_that_shows_nothing_is_missing() throws Exception {
        assertThat(codes(typed -> typed.title = "\u200B\u00A0")).containsExactly("title-missing");
        assertThat(codes(typed -> typed.title = "\u3164")).containsExactly("title-missing");
        assertThat(codes(typed -> typed.statement = "\u2800\n\uFEFF")).containsExactly("statement-missing");
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

    @Test
    void a_link_is_needed_for_a_link_and_must_be_secure() throws Exception {
        assertThat(codes(typed -> typed.kind = "link")).containsExactly("link-missing");
        assertThat(codes(typed -> typed.link = "http://example.org/a")).containsExactly("link-not-https");
        assertThat(codes(typed -> typed.link = "https:a b")).containsExactly("link-not-https");
        assertThat(codes(typed -> typed.link = "https://example.org/" + "a".repeat(40)))
                .isEmpty();
        assertThat(codes(typed -> typed.link = "https://example.org/" + "a".repeat(41)))
                .containsExactly("link-too-long");
    }

    @Test
    void a_document_has_files_and_nothing_said_means_what_came() throws Exception {
        assertThat(codes(typed -> typed.kind = "document")).containsExactly("files-missing");
        assertThat(codes(typed -> typed.kind = "song")).containsExactly("kind-unknown");
        assertThat(content(_ -> {}).kind()).isEqualTo(Kind.ACCOUNT);
        assertThat(content(typed -> typed.files = List.of(Fixture.file("a.txt", "a")))
                        .kind())
                .isEqualTo(Kind.DOCUMENT);
        assertThat(content(typed -> typed.kind = "data").kind()).isEqualTo(Kind.DATA);
    }

    @Test
    void handling_is_official_by_whoever_sent_it_unless_somebody_says_otherwise() throws Exception {
        assertThat(content(_ -> {}).classification()).isEqualTo(Classification.OFFICIAL);
        assertThat(content(_ -> {}).owner()).isEqualTo("lead");
        assertThat(content(typed -> typed.owner = " jo ").owner()).isEqualTo("jo");
        assertThat(content(typed -> typed.classification = "official-sensitive").classification())
                .isEqualTo(Classification.OFFICIAL_SENSITIVE);
        assertThat(codes(typed -> typed.classification = "secret")).containsExactly("classification-unknown");
        assertThat(codes(typed -> typed.owner = "a".repeat(21))).containsExactly("owner-too-long");
        assertThat(codes(typed -> typed.threads = List.of("1"))).containsExactly("thread-not-a-uuid");
    }

    @Test
    void a_named_document_is_one_the_edition_names() throws Exception {
        assertThat(content(typed -> typed.document = "customer-charter").document())
                .isEqualTo("customer-charter");
        assertThat(codes(typed -> typed.document = "novel")).containsExactly("document-unknown");
    }

    @Test
    void criteria_of_other_editions_come_beside_one_of_the_edition_in_force() throws Exception {
        fixture.standard.keep(new Edition(
                "next",
                1,
                "Next",
                LocalDate.parse("2030-01-01"),
                null,
                List.of(),
                InMemoryStandard.EDITION.criteria()));

        assertThat(content(typed -> typed.references = List.of("next/1.7")).references())
                .extracting(Reference::edition, reference -> reference.code().value())
                .containsExactly(tuple("matrix-ncs-4e", "1.7"), tuple("matrix-ncs-4e", "4.3"), tuple("next", "1.7"));
        assertThat(codes(typed -> typed.references = List.of("next/9.9", "never/1.1", "x")))
                .containsExactly("reference-unknown", "reference-unknown", "reference-unknown");
        assertThat(codes(typed -> {
                    typed.criteria = List.of();
                    typed.references = List.of("next/1.7");
                }))
                .containsExactly("criteria-missing");
    }

    private Content content(Consumer<Fixture.Typed> change) throws Exception {
        var typed = Fixture.valid();
        change.accept(typed);
        return ((ReadSubmission.Outcome.Read) reader.read(typed.done(), "lead")).content();
    }

    private List<String> codes(Consumer<Fixture.Typed> change) throws Exception {
        var typed = Fixture.valid();
        change.accept(typed);
        return switch (reader.read(typed.done(), "lead")) {
            case ReadSubmission.Outcome.Invalid(var errors) ->
                errors.stream().map(FieldError::code).toList();
            case ReadSubmission.Outcome.Read _ -> List.of();
            case ReadSubmission.Outcome.CriteriaNotYetKnown() -> List.of("criteria-not-yet-known");
        };
    }
}
