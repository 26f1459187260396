package org.ncsoversight.evidence.exchange.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ncsoversight.backing.TableKind;
import org.springframework.util.unit.DataSize;

class ReadingATableTest {

    private static final List<String> HEADINGS =
            List.of("title", "statement", "voice", "criteria", "period_from", "period_to", "review_date");
    private static final ImportLimits LIMITS = new ImportLimits(
            5, DataSize.ofMegabytes(5), DataSize.ofMegabytes(250), 1_000, DataSize.ofMegabytes(500), 100);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void a_table_of_any_kind_is_read_as_the_plain_one(TableKind kind) throws Exception {
        var table = read(kind.of(
                HEADINGS,
                List.of(List.of("Survey", "Shows it", "client", "1.1", "2026-04-01", "2026-06-30", "2027-06-30"))));

        var row = table.rows().getFirst();
        assertThat(table.rows()).hasSize(1);
        assertThat(row.text(ImportColumn.TITLE)).isEqualTo("Survey");
        assertThat(row.values(ImportColumn.CRITERIA)).containsExactly("1.1");
        assertThat(row.text(ImportColumn.PERIOD_FROM)).isEqualTo("2026-04-01");
        assertThat(row.text(ImportColumn.REVIEW_DATE)).isEqualTo("2027-06-30");
    }

    @Test
    void headings_may_have_blanks_for_underscores_and_unknown_ones_are_reported() throws Exception {
        String headings = String.join(";", HEADINGS).replace('_', ' ');

        var table = read((headings + ";colour\nA;b;client;1.1;1/4/2026;30/6/2026;30/6/2027;red\n")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(table.rows().getFirst().text(ImportColumn.PERIOD_TO)).isEqualTo("2026-06-30");
        assertThat(table.as().ignoredColumns()).containsExactly("colour");
        assertThat(table.as().delimiter()).isEqualTo("semicolon");
    }

    @Test
    void a_list_of_items_that_was_taken_away_is_read_with_what_stands_above_it() throws Exception {
        var table = read("""
            Evidence
            Exported at,2026-11-30T12:00:00Z
            Filter,none

            Id,Title,State,Criteria,Voice,Statement,Period from,Period to,Review date,Number of files
            6f,A,Accepted,"1.1, 4.3",Partners and networks,b,2026-04-01,2026-06-30,2027-06-30,2
            """.getBytes(StandardCharsets.UTF_8));

        var row = table.rows().getFirst();
        assertThat(row.number()).isEqualTo(6);
        assertThat(row.values(ImportColumn.CRITERIA)).containsExactly("1.1", "4.3");
        assertThat(row.text(ImportColumn.VOICE)).isEqualTo("partner");
        assertThat(table.as().ignoredColumns()).containsExactly("Id", "State", "Number of files");
        assertThat(table.as().headingsInRow()).isEqualTo(5);
    }

    @Test
    void a_table_without_rows_is_refused() {
        assertThatThrownBy(() -> read(String.join(",", HEADINGS).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.error().code()).isEqualTo("table-empty"));
    }

    private ReadTable read(byte[] file) throws IOException, FileRefused {
        return ReadTable.of(Files.write(folder.resolve("table"), file), LIMITS);
    }
}
