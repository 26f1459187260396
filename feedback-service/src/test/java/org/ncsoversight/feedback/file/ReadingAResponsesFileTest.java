package org.ncsoversight.feedback.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ncsoversight.backing.TableKind;
import org.ncsoversight.feedback.file.FileContent.Rows;
import org.ncsoversight.feedback.file.FileContent.Unreadable;
import org.ncsoversight.feedback.model.FileOwner;
import org.ncsoversight.feedback.model.InMemoryProviderRegister;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.tables.BadRow;
import org.springframework.util.unit.DataSize;

class ReadingAResponsesFileTest {

    static final String HEADINGS = "survey_id,wave,touchpoint_id,subcontractor_ukprn,channel,"
            + "response_id,responded_on,question_code,answer_code,weight\n";
    private static final String GOOD = "s,w,0000000201,,2,r1,2026-10-14,overall_satisfaction,5,1\n";

    private final ResponsesFile files = new ResponsesFile(new FileLimits(DataSize.ofKilobytes(2), 5, 3));

    @Test
    void rows_of_one_response_become_one_response_wherever_they_stand() {
        var rows = rows(HEADINGS
                + GOOD
                + "s,w,201,99000101,1,r2,2026-10-15,overall_satisfaction,1,0.5\n"
                + "s,w,0000000201,,2,r1,2026-10-14,listened_to,2,1\n");

        assertThat(rows.badRows()).isEmpty();
        assertThat(rows.good()).hasSize(2);
        assertThat(rows.good().getFirst().answers()).hasSize(2);
        assertThat(rows.good().getFirst().provider()).isEqualTo(new Ukprn("99000001"));
        assertThat(rows.good().getLast().provider()).isEqualTo(new Ukprn("99000101"));
        assertThat(rows.good().getLast().touchpoint().value()).isEqualTo("0000000201");
    }

    @Test
    void a_byte_order_mark_another_order_of_columns_and_empty_lines_do_no_harm() {
        var rows = rows("\uFEFFWeight,answer_code,question_code,responded_on,response_id,channel,"
                + "subcontractor_ukprn,touchpoint_id,wave,survey_id,note\r\n\r\n"
                + "1,5,overall_satisfaction,2026-10-14,r1,2,,0000000201,w,s,hello\r\n");

        assertThat(rows.badRows()).isEmpty();
        assertThat(rows.good()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ,w,0000000201,,2,r1,2026-10-14,overall_satisfaction,5,1         | survey_id           | missing
        <b>,w,0000000201,,2,r1,2026-10-14,overall_satisfaction,5,1      | survey_id           | malformed
        s,w,0000000201,,2,r1,10/14/2026,overall_satisfaction,5,1        | responded_on        | malformed-date
        s,w,0000000201,,2,r1,2026-11-24,overall_satisfaction,5,1        | responded_on        | future-date
        s,w,0000000209,,2,r1,2026-10-14,overall_satisfaction,5,1        | touchpoint_id       | unknown-touchpoint
        s,w,north,,2,r1,2026-10-14,overall_satisfaction,5,1             | touchpoint_id       | unknown-touchpoint
        s,w,0000000201,,2,r1,2020-10-14,overall_satisfaction,5,1        | touchpoint_id       | not-in-contract
        s,w,0000000201,99000102,2,r1,2026-10-14,overall_satisfaction,5,1| subcontractor_ukprn | not-in-contract
        s,w,0000000201,9900010,2,r1,2026-10-14,overall_satisfaction,5,1 | subcontractor_ukprn | malformed-ukprn
        s,w,0000000201,,6,r1,2026-10-14,overall_satisfaction,5,1        | channel             | unknown-channel
        s,w,0000000201,,2,r1,2026-10-14,overall,5,1                     | question_code       | unknown-question
        s,w,0000000201,,2,r1,2026-10-14,overall_satisfaction,6,1        | answer_code         | unknown-answer
        s,w,0000000201,,2,r1,2026-10-14,overall_satisfaction,5,0        | weight              | malformed-weight
        s,w,0000000201,,2,r1,2026-10-14,overall_satisfaction,5,NaN      | weight              | malformed-weight
        s,w,0000000201,,2,r1,2026-10-14,overall_satisfaction,5,1d       | weight              | malformed-weight
        s,w,0000000201,,2,r1,2026-10-14,overall_satisfaction,5,0.5F     | weight              | malformed-weight
        s,w,0000000201,,2,r1,2026-10-14,overall_satisfaction,5,0x1p0    | weight              | malformed-weight
        s,w,0000000201,,2,r1,2026-10-14,overall_satisfaction,5,.        | weight              | malformed-weight
        s,w,0000000201,,2,r1,2026-10-14,overall_satisfaction,5          |                     | wrong-number-of-columns
        """)
    void a_wrong_cell_is_named_by_row_column_and_code(String row, String column, String code) {
        var rows = rows(HEADINGS + "s,w,0000000201,,2,r0,2026-10-14,overall_satisfaction,5,1\n" + row + "\n");

        assertThat(rows.badRows()).singleElement().satisfies(bad -> {
            assertThat(bad.row()).isEqualTo(3);
            assertThat(bad.column()).isEqualTo(column == null ? "" : column);
            assertThat(bad.code()).isEqualTo(code);
        });
        assertThat(rows.good()).hasSize(1);
        assertThat(rows.rejectedRows()).isEqualTo(1);
    }

    @Test
    void today_is_not_in_the_future() {
        assertThat(rows(HEADINGS + GOOD.replace("2026-10-14", "2026-11-23")).badRows())
                .isEmpty();
    }

    @Test
    void one_bad_row_makes_its_whole_response_bad_and_no_other() {
        var rows =
                rows(HEADINGS + GOOD + "s,w,0000000201,,2,r1,2026-10-14,listened_to,9,1\n" + GOOD.replace("r1", "r2"));

        assertThat(rows.good()).hasSize(1);
        assertThat(rows.rejectedRows()).isEqualTo(2);
        assertThat(rows.faults()).isEqualTo(1);
    }

    @Test
    void the_same_question_twice_is_a_fault() {
        assertThat(rows(HEADINGS + GOOD + GOOD).badRows())
                .singleElement()
                .satisfies(bad -> assertThat(bad.code()).isEqualTo("duplicate-answer"));
    }

    @Test
    void rows_of_one_response_that_differ_are_a_fault() {
        assertThat(rows(HEADINGS + GOOD + "s,w,0000000201,,3,r1,2026-10-14,listened_to,5,1\n")
                        .badRows())
                .singleElement()
                .satisfies(bad -> {
                    assertThat(bad.code()).isEqualTo("inconsistent-response");
                    assertThat(bad.column()).isEqualTo("channel");
                });
    }

    @Test
    void of_many_faults_only_some_are_kept_and_all_are_counted() {
        var rows = rows(HEADINGS + GOOD.replace(",2,r1", ",9,r1").repeat(5));

        assertThat(rows.badRows()).hasSize(3);
        assertThat(rows.faults()).isEqualTo(5);
    }

    @Test
    void a_message_never_repeats_what_the_file_holds() {
        var rows = rows(HEADINGS + "Jane Doe <j@x>,w,Jane Doe,Jane Doe,Jane,r1,Jane Doe,Jane Doe,Jane,Jane\n");

        assertThat(rows.faults()).isGreaterThan(3);
        assertThat(rows.badRows().toString()).doesNotContain("Jane");
    }

    @ParameterizedTest
    @CsvSource({"5,true", "6,false"})
    void a_file_may_have_so_many_rows_and_no_more(int rows, boolean readable) {
        var text = new StringBuilder(HEADINGS);
        for (int i = 0; i < rows; i++) {
            text.append(GOOD.replace("r1", "r" + i));
        }

        assertThat(read(text.toString()))
                .matches(content ->
                        readable ? content instanceof Rows : codeOf(content).equals("too-many-rows"));
    }

    @ParameterizedTest
    @CsvSource({"2048,true", "2049,false"})
    void a_file_may_be_so_large_and_no_larger(int bytes, boolean readable) {
        String text = HEADINGS + GOOD;

        assertThat(read(text + "\n".repeat(bytes - text.length())))
                .matches(content ->
                        readable ? content instanceof Rows : codeOf(content).equals("file-too-large"));
    }

    @Test
    void what_is_no_file_of_responses_is_refused_as_a_whole() {
        assertThat(codeOf(read(""))).isEqualTo("empty-file");
        assertThat(codeOf(read("a,b\n1,2\n"))).isEqualTo("missing-columns");
        assertThat(codeOf(read(HEADINGS.replace("\n", ",wave\n")))).isEqualTo("duplicate-columns");
        assertThat(codeOf(read(HEADINGS + "\"s\"x,w\n"))).isEqualTo("not-csv");
        assertThat(codeOf(read(HEADINGS + "\"s,w\n"))).isEqualTo("not-csv");
        assertThat(codeOf(read(new byte[] {'s', 0}, FileOwner.PROGRAMME))).isEqualTo("not-a-table");
    }

    @Test
    void anothers_touchpoint_reads_exactly_like_one_that_does_not_exist() {
        var own = FileOwner.organisation(new Ukprn("99000001"));
        var anothers = read((HEADINGS + GOOD.replace("0201", "0202")).getBytes(UTF_8), own);
        var nobodys = read((HEADINGS + GOOD.replace("0201", "0999")).getBytes(UTF_8), own);

        assertThat(((Rows) anothers).badRows())
                .isEqualTo(((Rows) nobodys).badRows())
                .singleElement()
                .satisfies(bad -> assertThat(bad.code()).isEqualTo("unknown-touchpoint"));
    }

    @ParameterizedTest
    @CsvSource({"''", "99000001", "99000102", "99000199"})
    void a_subcontractor_imports_only_about_itself_and_learns_nothing_of_others(String other) {
        var own = FileOwner.organisation(new Ukprn("99000101"));

        var content = read((HEADINGS + naming(other)).getBytes(UTF_8), own);

        assertThat(((Rows) content).badRows())
                .singleElement()
                .satisfies(bad -> assertThat(bad.code()).isEqualTo("not-own-organisation"));
        assertThat(((Rows) read((HEADINGS + naming("99000101")).getBytes(UTF_8), own)).good())
                .hasSize(1);
    }

    @Test
    void a_prime_imports_about_its_whole_contract_and_nobody_else() {
        var own = FileOwner.organisation(new Ukprn("99000001"));
        String file = HEADINGS
                + GOOD
                + naming("99000101").replace("r1", "r2")
                + naming("99000102").replace("r1", "r3");

        var rows = (Rows) read(file.getBytes(UTF_8), own);

        assertThat(rows.good())
                .extracting(Response::provider)
                .containsExactly(new Ukprn("99000001"), new Ukprn("99000101"));
        assertThat(rows.badRows()).extracting(BadRow::code).containsExactly("not-in-contract");
    }

    @Test
    void the_same_survey_and_response_of_two_owners_are_two_responses() {
        var own = FileOwner.organisation(new Ukprn("99000001"));
        var ofTheProgramme = rows(HEADINGS + GOOD).good().getFirst();
        var ofTheOrganisation =
                ((Rows) read((HEADINGS + GOOD).getBytes(UTF_8), own)).good().getFirst();

        assertThat(ofTheOrganisation.id()).isNotEqualTo(ofTheProgramme.id());
    }

    private static String naming(String subcontractor) {
        return GOOD.replace(",,", "," + subcontractor + ",");
    }

    @ParameterizedTest
    @EnumSource
    void a_table_of_any_kind_is_read_as_the_plain_one(TableKind kind) {
        var file = kind.of(
                List.of(HEADINGS.strip().split(",", -1)),
                List.of(List.of("s", "w", "201", "", "2", "r1", "2026-10-14", "overall_satisfaction", "5", "1")));

        var content =
                read(new ResponsesFile(new FileLimits(DataSize.ofKilobytes(20), 5, 3)), file, FileOwner.PROGRAMME);

        assertThat(content).isInstanceOf(Rows.class);
        assertThat(((Rows) content).badRows()).isEmpty();
        assertThat(((Rows) content).good()).isEqualTo(rows(HEADINGS + GOOD).good());
    }

    @Test
    void a_touchpoint_that_a_spreadsheet_wrote_with_a_point_is_padded_with_a_warning() {
        var rows = rows(HEADINGS + GOOD.replace("0000000201", "201.0"));

        assertThat(rows.good().getFirst().touchpoint().value()).isEqualTo("0000000201");
        assertThat(rows.readAs().warnings()).containsExactly("Row 2: touchpoint_id 201.0 was read as 201");
    }

    @Test
    void unknown_columns_are_reported() {
        assertThat(rows(HEADINGS.replace("\n", ",note\n") + GOOD.replace("\n", ",hello\n"))
                        .readAs()
                        .ignoredColumns())
                .containsExactly("note");
    }

    private static String codeOf(FileContent content) {
        return ((Unreadable) content).refusal().code();
    }

    private Rows rows(String text) {
        return (Rows) read(text);
    }

    private FileContent read(String text) {
        return read(text.getBytes(UTF_8), FileOwner.PROGRAMME);
    }

    private FileContent read(byte[] bytes, FileOwner owner) {
        return read(files, bytes, owner);
    }

    private static FileContent read(ResponsesFile files, byte[] bytes, FileOwner owner) {
        var contracts = InMemoryProviderRegister.withTwoAreas().contracts();
        var visible =
                owner.organisation().map(own -> contracts.seenBy(own::equals)).orElse(contracts);
        try {
            return files.read(
                    new ByteArrayInputStream(bytes),
                    new RowContext(owner, visible, QuestionnaireFile.bundled(), LocalDate.parse("2026-11-23")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
