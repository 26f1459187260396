package org.ncsoversight.evidence.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
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
