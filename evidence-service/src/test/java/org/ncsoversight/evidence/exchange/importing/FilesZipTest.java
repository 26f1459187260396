package org.ncsoversight.evidence.exchange.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.evidence.model.FieldError;
import org.springframework.util.unit.DataSize;

class FilesZipTest {

    private static final ImportLimits LIMITS =
            new ImportLimits(10, DataSize.ofMegabytes(1), DataSize.ofMegabytes(5), 3, DataSize.ofMegabytes(3), 100);

    @TempDir
    private Path folder;

    @Test
    void files_are_found_by_name_whatever_the_case_and_what_systems_add_is_not() throws Exception {
        var zip = zip(Map.of("Übersicht (1).PDF", "hello", "__MACOSX/a", "x"));

        try (var files = FilesZip.open(onDisk(zip), LIMITS)) {
            var entry = files.find("übersicht (1).pdf").orElseThrow();
            try (var content = entry.file().content().open()) {
                assertThat(content.readAllBytes()).asString().isEqualTo("hello");
            }
            assertThat(entry.file().sizeInBytes()).isEqualTo(5);
            assertThat(entry.sha256()).startsWith("2cf24dba5fb0a30e");
            assertThat(files.find("__MACOSX/a")).isEmpty();
        }
    }

    @Test
    void a_name_in_the_code_page_of_a_windows_is_read_as_it_was_written() throws Exception {
        for (String page : List.of("IBM850", "IBM437")) {
            try (var files =
                    FilesZip.open(onDisk(zip(Map.of("café £5 Ü.pdf", "hello"), Charset.forName(page))), LIMITS)) {
                assertThat(files.find("café £5 Ü.pdf").orElseThrow().file().name())
                        .as(page)
                        .isEqualTo("café £5 Ü.pdf");
            }
        }
        try (var files = FilesZip.open(onDisk(zip(Map.of("Sjø.pdf", "a"), Charset.forName("IBM850"))), LIMITS)) {
            assertThat(files.find("sjø.pdf").orElseThrow().file().name()).isEqualTo("Sjø.pdf");
        }
        try (var files = FilesZip.open(onDisk(zip(Map.of("5 ¢ Γ.pdf", "a"), Charset.forName("IBM437"))), LIMITS)) {
            assertThat(files.find("5 ¢ γ.pdf").orElseThrow().file().name()).isEqualTo("5 ¢ Γ.pdf");
        }
    }

    @Test
    void utf_8_is_read_as_such_whether_it_is_said_or_not() throws Exception {
        byte[] said = zip(Map.of("café 概.pdf", "hello"));
        byte[] unsaid = said.clone();
        for (int i = 0; i < unsaid.length - 10; i++) {
            if (unsaid[i] == 'P' && unsaid[i + 1] == 'K' && (unsaid[i + 2] == 1 || unsaid[i + 2] == 3)) {
                unsaid[i + (unsaid[i + 2] == 1 ? 9 : 7)] &= ~8;
            }
        }
        for (byte[] zip : List.of(said, unsaid)) {
            try (var files = FilesZip.open(onDisk(zip), LIMITS)) {
                assertThat(files.find("café 概.pdf")).isPresent();
            }
        }
    }

    @Test
    void a_name_that_is_written_once_more_in_unicode_is_read_there() throws Exception {
        var name = "caf?.pdf".getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        byte[] unicode = "café.pdf".getBytes(StandardCharsets.UTF_8);
        var extra = ByteBuffer.allocate(9 + unicode.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x7075)
                .putShort((short) (5 + unicode.length))
                .put((byte) 1)
                .putInt((int) checksum.getValue())
                .put(unicode);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.ISO_8859_1)) {
            var entry = new ZipEntry("caf?.pdf");
            entry.setExtra(extra.array());
            zip.putNextEntry(entry);
            zip.write('x');
        }

        try (var files = FilesZip.open(onDisk(bytes.toByteArray()), LIMITS)) {
            assertThat(files.find("café.pdf")).isPresent();
        }
    }

    @Test
    void folders_may_be_parted_as_windows_parts_them() throws Exception {
        try (var files = FilesZip.open(onDisk(zip(Map.of("2026\\May\\a.txt", "x"))), LIMITS)) {
            assertThat(files.find("2026/may/a.txt").orElseThrow().file().name()).isEqualTo("a.txt");
            assertThat(files.find("2026\\May\\a.txt")).isPresent();
        }
    }

    @Test
    void what_cannot_be_read_is_named() throws Exception {
        byte[] damaged = zip(Map.of("survey.txt", "many different words ".repeat(50)));
        damaged[65] ^= 0x55;
        damaged[66] ^= 0x55;
        assertThat(refused(damaged).message()).contains("“survey.txt”");

        byte[] noText = replaced(zip(Map.of("café.txt", "x")), "Ã©", "ÿÿ");
        assertThat(refused(noText).code()).isEqualTo("zip-name-not-readable");
        assertThat(refused(noText).message()).contains("caf", ".txt”");
    }

    @Test
    void a_name_that_leads_out_of_the_zip_is_refused() throws Exception {
        for (String name :
                new String[] {"../a.txt", "a/../../b.txt", "/etc/passwd", "C:\\a.txt", "..\\a.txt", "a\u0000b"}) {
            assertRefused("zip-name-unsafe", zip(Map.of(name, "x")));
        }
    }

    @Test
    void two_files_of_one_name_are_refused() throws Exception {
        assertRefused("zip-name-twice", zip(Map.of("a.txt", "x", "A.TXT", "y")));
        byte[] same = replaced(zip(Map.of("one.txt", "x", "two.txt", "y")), "two.txt", "one.txt");
        assertRefused("zip-name-twice", same);
    }

    @Test
    void a_zip_with_a_password_or_a_damaged_one_is_refused() throws Exception {
        byte[] encrypted = zip(Map.of("a.txt", "x"));
        for (int i = 0; i < encrypted.length - 4; i++) {
            if (encrypted[i] == 'P' && encrypted[i + 1] == 'K' && encrypted[i + 2] == 1 && encrypted[i + 3] == 2) {
                encrypted[i + 8] |= 1;
            }
        }
        assertRefused("zip-encrypted", encrypted);
        assertRefused("zip-not-readable", "PK, or so".getBytes(StandardCharsets.UTF_8));
        byte[] damaged = zip(Map.of("a.txt", "many different words ".repeat(50)));
        damaged[60] ^= 0x55;
        damaged[61] ^= 0x55;
        assertRefused("zip-not-readable", damaged);
    }

    @Test
    void a_zip_may_hold_as_many_files_as_the_limit() throws Exception {
        var entries = new LinkedHashMap<String, String>();
        for (int i = 0; i < 3; i++) {
            entries.put("a" + i, "x");
        }
        FilesZip.open(onDisk(zip(entries)), LIMITS).close();
        entries.put("one-more", "x");
        assertRefused("zip-entries-too-many", zip(entries));
    }

    @Test
    void a_list_of_files_that_is_far_too_long_is_refused_before_it_is_read() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry("a.txt");
            var extra = new byte[4000];
            extra[0] = (byte) 0x99;
            extra[1] = (byte) 0x99;
            extra[2] = (byte) ((extra.length - 4) & 0xFF);
            extra[3] = (byte) ((extra.length - 4) >> 8);
            entry.setExtra(extra);
            zip.putNextEntry(entry);
        }
        assertRefused("zip-directory-too-large", bytes.toByteArray());
    }

    @Test
    void a_file_that_unpacks_to_far_more_than_it_is_or_all_to_too_much_is_refused() throws Exception {
        assertRefused("zip-bomb", zip(Map.of("a.txt", "0".repeat(2_000_000))));
        var noise = new StringBuilder();
        var random = new Random(4);
        for (int i = 0; i < 1_100_000; i++) {
            noise.append((char) ('a' + random.nextInt(26)));
        }
        var large = Map.of("a", noise.toString(), "b", noise.toString(), "c", noise.toString());
        assertRefused("zip-unpacks-to-too-much", zip(large));
    }

    private void assertRefused(String code, byte[] zip) throws IOException {
        assertThat(refused(zip).code()).isEqualTo(code);
    }

    private FieldError refused(byte[] zip) throws IOException {
        Path path = onDisk(zip);
        return catchThrowableOfType(FileRefused.class, () -> FilesZip.open(path, LIMITS))
                .error();
    }

    private Path onDisk(byte[] zip) throws IOException {
        return Files.write(Files.createTempFile(folder, "a", ".zip"), zip);
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        return zip(entries, StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, String> entries, Charset names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, names)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
