package org.ncsoversight.evidence.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Column;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Setting;
import org.ncsoversight.tables.FormulaGuard;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;

class ExportingTest {

    private record Item(String title, int files, LocalDate day, Instant at) {}

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final Item PLAIN =
            new Item("Übersicht, \"概要\"", 3, LocalDate.parse("2026-03-03"), Instant.parse("2026-07-01T12:00:00Z"));

    private final Export export = new Export(new ExportLimits(3), CLOCK);

    @Test
    void a_csv_file_says_what_it_is_and_how_it_was_narrowed_before_its_rows() throws IOException {
        var csv = csv(List.of(PLAIN));

        assertThat(csv).isEqualTo("""
            Evidence
            Exported at,2026-11-23T12:00:00Z
            State,Accepted

            Title,Files,Day,At
            "Übersicht, ""概要""\",3,2026-03-03,2026-07-01T12:00:00Z
            """.replace("\n", "\r\n"));
    }

    @Test
    void text_that_a_spreadsheet_program_would_run_is_disarmed_in_csv_and_comes_back_as_it_was() throws IOException {
        for (String bad : List.of("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =cmd|' /C calc'!A0", "＝1+1")) {
            assertThat(csv(List.of(titled(bad)))).as(bad).contains("'" + bad.replace("\"", "\"\""));
            assertThat(FormulaGuard.take(FormulaGuard.put(bad))).isEqualTo(bad);
        }
        for (String good : List.of("1+1", "'quoted'", "a=b", "")) {
            assertThat(FormulaGuard.put(good)).isEqualTo(good);
        }
    }

    @Test
    void numbers_and_dates_stay_what_they_are_in_a_workbook_and_text_is_never_a_formula() throws IOException {
        var rows = xlsx(List.of(PLAIN, titled("=1+1")));

        assertThat(rows.get(0).getCellText(0)).isEqualTo("Evidence");
        assertThat(rows.get(2).getCellText(1)).isEqualTo("Accepted");
        var row = rows.get(4);
        assertThat(row.getCellText(0)).isEqualTo("Übersicht, \"概要\"");
        assertThat(row.getCellAsNumber(1).orElseThrow().intValueExact()).isEqualTo(3);
        assertThat(row.getCellAsDate(2).orElseThrow().toLocalDate()).isEqualTo(PLAIN.day());
        assertThat(row.getCellAsDate(3).orElseThrow()).isEqualTo("2026-07-01T13:00:00");
        assertThat(rows.get(5).getCellAsString(0)).contains("=1+1");
        assertThat(rows.get(5).getCell(0).getFormula()).isNull();
    }

    @Test
    void the_name_of_the_file_says_what_and_when() throws IOException {
        var response = new MockHttpServletResponse();
        export.answer(response, "xlsx", sheet(), List.of(PLAIN));

        assertThat(response.getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''Evidence%202026-11-23.xlsx");
        assertThat(response.getContentType()).contains("spreadsheetml");
    }

    @Test
    void a_list_of_just_the_limit_leaves_and_a_longer_one_is_refused_and_not_cut() throws IOException {
        var four = IntStream.range(0, 4).mapToObj(i -> titled("title " + i)).toList();

        assertThat(csv(four.subList(0, 3))).contains("title 2");
        var response = new MockHttpServletResponse();
        assertThatThrownBy(() -> export.answer(response, "csv", sheet(), four))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.detail().getDetail()).contains("more than 3 rows"));
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void an_unknown_format_is_refused() {
        assertThatThrownBy(() -> export.answer(new MockHttpServletResponse(), "pdf", sheet(), List.of()))
                .isInstanceOf(Problem.class);
    }

    private String csv(List<Item> items) throws IOException {
        var response = new MockHttpServletResponse();
        export.answer(response, "csv", sheet(), items);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private List<Row> xlsx(List<Item> items) throws IOException {
        var response = new MockHttpServletResponse();
        export.answer(response, "xlsx", sheet(), items);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()));
                var rows = workbook.getFirstSheet().openStream()) {
            var read = new ArrayList<Row>();
            rows.forEach(read::add);
            return read;
        }
    }

    private static Item titled(String title) {
        return new Item(title, 0, PLAIN.day(), PLAIN.at());
    }

    private static Spreadsheet<Item> sheet() {
        return new Spreadsheet<>(
                "Evidence",
                List.of(new Setting("State", "Accepted")),
                List.of(
                        new Column<>("Title", Item::title),
                        new Column<>("Files", Item::files),
                        new Column<>("Day", Item::day),
                        new Column<>("At", Item::at)));
    }
}
