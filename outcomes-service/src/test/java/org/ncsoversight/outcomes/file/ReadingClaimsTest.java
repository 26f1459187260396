package org.ncsoversight.outcomes.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.outcomes.ClaimRows.HEADINGS;
import static org.ncsoversight.outcomes.ClaimRows.bytes;
import static org.ncsoversight.outcomes.ClaimRows.file;
import static org.ncsoversight.outcomes.ClaimRows.row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ncsoversight.backing.TableKind;
import org.ncsoversight.outcomes.ClaimRows;
import org.ncsoversight.outcomes.model.AgeBand;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.FileOwner;
import org.ncsoversight.outcomes.model.OutcomeType;
import org.ncsoversight.outcomes.pseudonymising.Pseudonyms;
import org.ncsoversight.tables.BadRow;
import org.springframework.util.unit.DataSize;

class ReadingClaimsTest {

    private static final String GOOD =
            "cust-1,1990-05-01,AB1 2CD,plan-1,2026-09-01,99000101,Ann Adviser,outcome-1,2,2026-10-14,1";

    @Test
    void a_good_row_becomes_a_claim_of_the_subcontractor_without_personal_data() throws IOException {
        var rows = rowsOf(file(GOOD));

        assertThat(rows.badRows()).isEmpty();
        var claim = rows.good().getFirst();
        assertThat(claim.provider()).isEqualTo(ClaimRows.SUBCONTRACTOR);
        assertThat(claim.type()).isEqualTo(OutcomeType.CAREER_MANAGEMENT);
        assertThat(claim.ageBand()).isEqualTo(AgeBand.FROM_25_TO_49);
        assertThat(claim.priority()).isTrue();
        assertThat(claim.collectionYear().value()).isEqualTo("2627");
        assertThat(claim.toString()).doesNotContain("cust-1", "AB1", "Ann", "1990", "plan-1", "outcome-1");
    }

    @Test
    void a_row_without_subcontractor_is_the_primes() throws IOException {
        assertThat(claimOf(GOOD.replace("99000101", "")).provider()).isEqualTo(ClaimRows.PRIME);
    }

    @Test
    void dates_may_be_written_day_first() throws IOException {
        var claim = claimOf(GOOD.replace("2026-09-01", "01/09/2026").replace("2026-10-14", "14/10/2026"));

        assertThat(claim).isEqualTo(claimOf(GOOD));
    }

    @Test
    void columns_may_come_in_any_order_and_case_after_a_byte_order_mark() throws IOException {
        var text = "\uFEFFoutcomeid,OUTCOMETYPE,OutcomeEffectiveDate,OutcomePriorityCustomer,CustomerID,DateOfBirth,"
                + "HomePostCode,ActionPlanId,SessionDate,SubContractorId,AdviserName,Extra\n"
                + "outcome-1,2,2026-10-14,1,cust-1,1990-05-01,AB1 2CD,plan-1,2026-09-01,99000101,Ann,x\n";

        assertThat(rowsOf(text).good()).containsExactly(claimOf(GOOD));
    }

    @Test
    void identifiers_are_the_same_in_capitals() throws IOException {
        assertThat(claimOf(GOOD.replace("cust-1", "CUST-1"))).isEqualTo(claimOf(GOOD));
    }

    @Test
    void a_client_without_date_of_birth_is_of_unknown_age() throws IOException {
        assertThat(claimOf(GOOD.replace("1990-05-01", "")).ageBand()).isEqualTo(AgeBand.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "cust-1,'',CustomerID,missing",
        "cust-1,'<script>',CustomerID,malformed",
        "plan-1,'',ActionPlanId,missing",
        "outcome-1,'',OutcomeId,missing",
        "1990-05-01,1990-13-01,DateOfBirth,malformed-date",
        "1990-05-01,2027-01-01,DateOfBirth,future-date",
        "1990-05-01,2013-11-24,DateOfBirth,too-young",
        "2026-09-01,2026-02-30,SessionDate,malformed-date",
        "2026-09-01,9/31/2026,SessionDate,malformed-date",
        "2026-09-01,2026-11-24,SessionDate,future-date",
        "2026-10-14,2026-11-24,OutcomeEffectiveDate,future-date",
        "2026-10-14,2026-08-31,OutcomeEffectiveDate,effective-before-session",
        "2026-09-01,2025-10-13,OutcomeEffectiveDate,outside-window",
        "'outcome-1,2','outcome-1,6',OutcomeType,unknown-outcome-type",
        "'outcome-1,2','outcome-1,02',OutcomeType,unknown-outcome-type",
        "'14,1','14,maybe',OutcomePriorityCustomer,malformed-priority",
        "99000101,9900010,SubContractorId,malformed-subcontractor",
        "99000101,09900010,SubContractorId,malformed-subcontractor",
        "99000101,99000999,SubContractorId,not-in-contract",
        "Ann Adviser,'Ann,Adviser','',wrong-number-of-columns",
    })
    void a_wrong_cell_is_named_by_row_column_and_code(String cell, String wrong, String column, String code)
            throws IOException {
        var rows = rowsOf(file(row("cust-0", "outcome-0"), GOOD.replace(cell, wrong)));

        assertThat(rows.good()).hasSize(1);
        assertThat(rows.badRows())
                .extracting(BadRow::row, BadRow::column, BadRow::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3, column, code));
        assertThat(rows.badRows().getFirst().message()).doesNotContain("cust-", "Ann", "1990", "9900");
    }

    @Test
    void the_window_is_twelve_months_to_the_day() throws IOException {
        assertThat(claimOf(GOOD.replace("2026-09-01", "2025-10-14"))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"3,0", "5,0", "1,1", "2,1", "4,1"})
    void jobs_and_progression_have_thirteen_months(int type, int faults) throws IOException {
        var thirteen = GOOD.replace("2026-09-01", "2025-09-14").replace("outcome-1,2", "outcome-1," + type);

        assertThat(rowsOf(file(thirteen)).faults()).isEqualTo(faults);
    }

    @Test
    void a_session_on_the_last_of_a_month_has_a_window_to_the_last_of_the_shorter_month() throws IOException {
        var row = GOOD.replace("2026-09-01", "2024-02-29").replace("2026-10-14", "2025-02-28");

        assertThat(claimOf(row)).isNotNull();
    }

    @Test
    void an_outcome_before_the_contract_began_has_no_contract() throws IOException {
        var row = GOOD.replace("2026-09-01", "2024-09-01").replace("2026-10-14", "2024-09-30");

        assertThat(rowsOf(file(row)).badRows()).extracting(BadRow::code).containsExactly("no-contract");
    }

    @Test
    void an_outcome_twice_in_a_file_is_taken_once() throws IOException {
        var rows = rowsOf(file(GOOD, GOOD));

        assertThat(rows.good()).hasSize(1);
        assertThat(rows.rejectedRows()).isEqualTo(1);
        assertThat(rows.badRows())
                .extracting(BadRow::row, BadRow::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3, "duplicate-in-file"));
    }

    @Test
    void a_subcontractor_may_bring_in_its_own_claims_only() throws IOException {
        var owner = FileOwner.organisation(ClaimRows.SUBCONTRACTOR);
        var text =
                file(GOOD, row("c", "o").replace("99000101", ""), row("d", "p").replace("99000101", "99000999"));

        var rows = (FileContent.Rows) read(text, owner);

        assertThat(rows.good()).hasSize(1);
        assertThat(rows.badRows())
                .extracting(BadRow::code)
                .containsExactly("not-own-organisation", "not-own-organisation");
    }

    @Test
    void a_prime_may_bring_in_the_claims_of_its_whole_contract() throws IOException {
        var rows = (FileContent.Rows)
                read(file(GOOD, row("c", "o").replace("99000101", "")), FileOwner.organisation(ClaimRows.PRIME));

        assertThat(rows.good()).extracting(Claim::provider).containsExactly(ClaimRows.SUBCONTRACTOR, ClaimRows.PRIME);
    }

    @Test
    void a_file_without_all_headings_cannot_be_read() throws IOException {
        assertThat(faultOf("CustomerID,OutcomeId\n1,2\n")).isEqualTo("missing-columns");
        assertThat(faultOf(HEADINGS + ",CustomerID\n")).isEqualTo("duplicate-columns");
        assertThat(faultOf("")).isEqualTo("empty-file");
        assertThat(faultOf(file("\"a\"b,"))).isEqualTo("not-csv");
    }

    @Test
    void a_file_may_have_as_many_rows_as_the_limit_and_no_more() throws IOException {
        assertThat(read(ClaimRows.manyRows(5), FileOwner.PROGRAMME)).isInstanceOf(FileContent.Rows.class);
        assertThat(faultOf(ClaimRows.manyRows(6))).isEqualTo("too-many-rows");
    }

    @Test
    void a_file_larger_than_the_limit_is_refused() throws IOException {
        assertThat(faultOf(file(GOOD + "x".repeat(3000)))).isEqualTo("file-too-large");
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        assertThat(faultOf("CustomerID\0")).isEqualTo("not-a-table");
    }

    @ParameterizedTest
    @EnumSource
    void a_table_of_any_kind_is_read_as_the_plain_one(TableKind kind) throws IOException {
        var table = kind.of(List.of(HEADINGS.split(",", -1)), List.of(List.of(GOOD.split(",", -1))));

        var content = new ClaimsFile(new FileLimits(DataSize.ofKilobytes(20), 5, 100))
                .read(new ByteArrayInputStream(table), context(FileOwner.PROGRAMME));

        assertThat(content).isInstanceOf(FileContent.Rows.class);
        assertThat(((FileContent.Rows) content).badRows()).isEmpty();
        assertThat(((FileContent.Rows) content).good()).containsExactly(claimOf(GOOD));
    }

    @Test
    void unknown_columns_are_reported() throws IOException {
        assertThat(rowsOf(file(GOOD + ",x").replace(HEADINGS, HEADINGS + ",Extra"))
                        .readAs()
                        .ignoredColumns())
                .containsExactly("Extra");
    }

    private static Claim claimOf(String row) throws IOException {
        var rows = rowsOf(file(row));
        assertThat(rows.badRows()).isEmpty();
        return rows.good().getFirst();
    }

    private static FileContent.Rows rowsOf(String text) throws IOException {
        return (FileContent.Rows) read(text, FileOwner.PROGRAMME);
    }

    private static String faultOf(String text) throws IOException {
        return ((FileContent.Unreadable) read(text, FileOwner.PROGRAMME))
                .refusal()
                .code();
    }

    private static FileContent read(String text, FileOwner owner) throws IOException {
        return new ClaimsFile(limits()).read(new ByteArrayInputStream(bytes(text)), context(owner));
    }

    private static FileLimits limits() {
        return new FileLimits(DataSize.ofKilobytes(2), 5, 100);
    }

    private static RowContext context(FileOwner owner) {
        return new RowContext(
                owner,
                ClaimRows.TOUCHPOINT,
                ClaimRows.contracts(),
                new Pseudonyms(ClaimRows.key()),
                LocalDate.parse("2026-11-23"));
    }

    @Test
    void only_as_many_faults_are_kept_as_the_limit_says_but_all_are_counted() throws IOException {
        var bad = List.of("x,", "x,", "x,");
        var reading = new ClaimsFile(new FileLimits(DataSize.ofKilobytes(2), 5, 2));

        var rows = (FileContent.Rows) reading.read(
                new ByteArrayInputStream(bytes(file(bad.toArray(String[]::new)))), context(FileOwner.PROGRAMME));

        assertThat(rows.faults()).isEqualTo(3);
        assertThat(rows.badRows()).hasSize(2);
    }
}
