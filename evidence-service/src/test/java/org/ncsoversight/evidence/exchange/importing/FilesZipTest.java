package org.ncsoversight.evidence.exchange.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        Path path = onDisk(zip);
        assertThatThrownBy(() -> FilesZip.open(path, LIMITS))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        refused -> assertThat(refused.error().code()).isEqualTo(code));
    }

    private Path onDisk(byte[] zip) throws IOException {
        return Files.write(Files.createTempFile(folder, "a", ".zip"), zip);
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
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
