package org.ncsoversight.evidence.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableReaderTest {

    @TempDir
    private Path folder;

    @Test
    void csv_is_read_with_its_mark_quotes_and_line_ends() throws IOException {
        assertThat(read("\uFEFFtitle,statement\r\n\"a, \"\"b\"\"\",\"two\nlines\"\r\n,\r\n'=1+1, c \r\n"
                        .getBytes(StandardCharsets.UTF_8)))
                .containsExactly("1[title, statement]", "2[a, \"b\", two\nlines]", "4[=1+1, c]");
    }

    @Test
    void semicolons_separate_where_the_headings_say_so() throws IOException {
        assertThat(read("title;criteria\nÜ;4.3,1.7\n".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("1[title, criteria]", "2[Ü, 4.3,1.7]");
    }

    @Test
    void a_workbook_is_read_with_its_dates_and_numbers() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("a");
            sheet.value(0, 0, "Title");
            sheet.value(0, 1, "Review_Date");
            sheet.value(0, 2, "criteria");
            sheet.value(1, 0, "Ü 概要");
            sheet.value(1, 1, LocalDate.parse("2027-03-31"));
            sheet.value(1, 2, 4.3);
            sheet.value(3, 0, "later");
        }

        assertThat(read(bytes.toByteArray()))
                .containsExactly("1[Title, Review_Date, criteria]", "2[Ü 概要, 2027-03-31, 4.3]", "4[later]");
    }

    @Test
    void what_is_no_table_or_unpacks_without_end_is_refused() throws IOException {
        assertRefused(new byte[] {'a', ',', (byte) 0xC3, '\n'});
        assertRefused("PK and nothing else".getBytes(StandardCharsets.UTF_8));
        assertRefused("a,b\n\"never closed".getBytes(StandardCharsets.UTF_8));
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            for (int i = 0; i < 101; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        assertRefused(bomb.toByteArray());
    }

    private void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(TableReader.NotATable.class);
    }

    private List<String> read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("table"), bytes);
        var rows = new ArrayList<String>();
        TableReader.read(file, 100, Set.of("review_date"), (number, cells) -> rows.add(number + cells.toString()));
        return rows;
    }
}
