package org.ncsoversight.evidence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.evidence.items.intake.Fixture;

class FileTypesTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final FileTypes types = new FileTypes();

    @Test
    void content_decides_and_not_the_name() throws IOException {
        assertThat(types.typeOf(Fixture.file("holiday.png", "%PDF-1.4\n"))).isEqualTo("application/pdf");
        assertThat(types.typeOf(Fixture.file("report.pdf", "<!DOCTYPE html><html></html>")))
                .isEqualTo("text/html");
        assertThat(types.typeOf(Fixture.file("report.pdf", new byte[] {0, 1, 2, 3, 4, 5})))
                .isEqualTo(FileTypes.UNKNOWN);
    }

    @Test
    void a_program_is_a_program_under_any_name() throws IOException {
        byte[] windows = Arrays.copyOf("MZ\u0090\0\u0003".getBytes(StandardCharsets.ISO_8859_1), 200);
        byte[] linux = Arrays.copyOf("\u007fELF\u0002\u0001\u0001".getBytes(StandardCharsets.ISO_8859_1), 200);

        assertRefused(Fixture.file("report.pdf", windows));
        assertRefused(Fixture.file("photo.png", linux));
        assertRefused(Fixture.file("notes.txt", "#!/bin/sh\nrm -rf /\n"));
        assertRefused(Fixture.file("table.csv", "<html><script>alert(1)</script></html>"));
        assertRefused(
                Fixture.file("drawing.png", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        assertRefused(zip("report.docx", entries("META-INF/MANIFEST.MF", "x", "A.class", "y")));
    }

    @Test
    void images_are_known_by_their_first_bytes() throws IOException {
        assertThat(types.typeOf(Fixture.file("a.txt", bytes("89504e470d0a1a0a0000000d49484452"))))
                .isEqualTo("image/png");
        assertThat(types.typeOf(Fixture.file("a.txt", bytes("ffd8ffe000104a46494600010101"))))
                .isEqualTo("image/jpeg");
        assertThat(types.typeOf(Fixture.file("a.txt", bytes("474946383961010001000000"))))
                .isEqualTo("image/gif");
        assertThat(types.typeOf(Fixture.file("a.txt", bytes("524946461a000000574542505650384c"))))
                .isEqualTo("image/webp");
        assertThat(types.typeOf(Fixture.file("a.txt", bytes("49492a0008000000"))))
                .isEqualTo("image/tiff");
    }

    @Test
    void plain_text_may_be_in_any_script() throws IOException {
        assertThat(types.typeOf(Fixture.file("a.txt", "عملاء 概要 Übersicht 👩🏽‍🏫")))
                .isEqualTo("text/plain");
        assertThat(types.typeOf(Fixture.file("a.csv", "\uFEFFname,comment\r\nÜ,\"a\nb\"\r\n")))
                .isEqualTo("text/csv");
    }

    @Test
    void only_the_name_tells_a_table_from_other_plain_text() throws IOException {
        assertThat(types.typeOf(Fixture.file("a.CSV", "a,b\n1,2\n"))).isEqualTo("text/csv");
        assertThat(types.typeOf(Fixture.file("a.txt", "a,b\n1,2\n"))).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: the meeting on Monday\nSubject: all\n\nwe agreed",
                "From Monday on we meet at nine",
                "Subject: minutes",
                "To: all advisers\r\nDate: Monday\r\n",
                "Notes\nTo: do next week\nDate: open",
                "Article 5 of the charter",
                "Index: what is where",
                "*** Draft ***",
                "% of clients who were satisfied",
                "BAME clients, by area",
                "BMI is not asked for",
                "DOS and don’ts",
                "P1 clients first",
                "solid progress since May",
            })
    void a_note_stays_plain_text_whatever_it_begins_like(String text) throws IOException {
        assertThat(types.typeOf(Fixture.file("note.txt", text))).isEqualTo("text/plain");
        assertThat(types.typeOf(Fixture.file("note.TXT", text))).isEqualTo("text/plain");
    }

    @Test
    void what_begins_like_another_format_is_a_table_when_it_is_called_one_and_nothing_when_it_is_called_otherwise()
            throws IOException {
        assertThat(types.typeOf(Fixture.file("letters.csv", "From: whom,To: whom\na,b\n")))
                .isEqualTo("text/csv");
        assertThat(types.typeOf(Fixture.file("letter.eml", "From: a@example.org\nTo: b@example.org\n\nHello")))
                .isEqualTo("message/rfc822");
    }

    @Test
    void bytes_that_are_no_text_stay_what_they_are() throws IOException {
        assertRefused(Fixture.file("photo.txt", Arrays.copyOf("BM6".getBytes(StandardCharsets.US_ASCII), 60)));
        assertRefused(Fixture.file("note.txt", "<?php echo 1; ?>"));
        assertRefused(Fixture.file("note.txt", "<?xml version=\"1.0\"?><a/>"));
        assertRefused(Fixture.file("note.txt", "MIME-Version: 1.0\n\n<html></html>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        figures.xls  | Save it as .xlsx or PDF
        letter.DOC   | Save it as .docx or PDF
        slides.ppt   | Save it as .pptx or PDF
        something    | Save it as .docx, .xlsx, .pptx or PDF
        figures.xlsx | protected by a password
        mail.msg     | Save it as PDF
        """)
    void a_document_of_an_old_office_is_refused_with_what_to_do_instead(String name, String words) throws IOException {
        var outcome = new FileRules(Fixture.FILE_LIMITS).check(List.of(Fixture.file(name, bytes("d0cf11e0a1b11ae1"))));

        assertThat(outcome.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("file-type-not-allowed");
            assertThat(error.message()).contains(words);
        });
    }

    @Test
    void an_office_document_is_known_by_its_list_of_contents_wherever_it_stands() throws IOException {
        var list = "<Types><Override ContentType=\"" + WORD + ".main+xml\"/></Types>";

        assertThat(types.typeOf(zip("a.docx", entries("[Content_Types].xml", list, "word/document.xml", "x"))))
                .isEqualTo(WORD);
        assertThat(types.typeOf(zip("a.bin", entries("word/document.xml", "x", "[Content_Types].xml", list))))
                .isEqualTo(WORD);
    }

    @Test
    void a_workbook_this_platform_wrote_itself_is_known() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            workbook.newWorksheet("a").value(0, 0, "x");
        }

        assertThat(types.typeOf(Fixture.file("a.xlsx", bytes.toByteArray())))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void an_archive_or_a_document_with_macros_is_no_office_document() throws IOException {
        var macros = "<Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>";

        assertThat(types.typeOf(zip("a.docx", entries("a.txt", "x", "b.txt", "y"))))
                .isEqualTo(FileTypes.UNKNOWN);
        assertThat(types.typeOf(zip("a.docx", entries("[Content_Types].xml", macros, "word/document.xml", "x"))))
                .isEqualTo(FileTypes.UNKNOWN);
    }

    @Test
    void an_open_document_is_known_by_its_first_entry() throws IOException {
        var type = "application/vnd.oasis.opendocument.text";

        assertThat(types.typeOf(zip("a", entries("mimetype", type, "content.xml", "<x/>"))))
                .isEqualTo(type);
    }

    @Test
    void a_damaged_archive_is_unknown_and_no_failure() {
        assertThatCode(() -> types.typeOf(Fixture.file("a.docx", new byte[] {'P', 'K', 3, 4, 1, 1, 1})))
                .doesNotThrowAnyException();
    }

    private void assertRefused(ReceivedFile file) throws IOException {
        assertThat(Fixture.FILE_LIMITS.fileTypes()).as(file.name()).doesNotContain(types.typeOf(file));
    }

    private static byte[] bytes(String hexadecimal) {
        return Arrays.copyOf(HexFormat.of().parseHex(hexadecimal), 200);
    }

    private static Map<String, String> entries(String first, String text, String second, String more) {
        var entries = new LinkedHashMap<String, String>();
        entries.put(first, text);
        entries.put(second, more);
        return entries;
    }

    private static ReceivedFile zip(String name, Map<String, String> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                byte[] content = entry.getValue().getBytes(StandardCharsets.UTF_8);
                var header = new ZipEntry(entry.getKey());
                var checksum = new CRC32();
                checksum.update(content);
                header.setMethod(ZipEntry.STORED);
                header.setSize(content.length);
                header.setCrc(checksum.getValue());
                zip.putNextEntry(header);
                zip.write(content);
            }
        }
        return Fixture.file(name, bytes.toByteArray());
    }
}
