package org.ncsoversight.deploy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    private static final int MB = 1_000_000;

    @TempDir
    Path folder;

    private LogFile log() {
        return new LogFile(folder, "kafka");
    }

    @Test
    void what_the_start_before_said_is_kept_aside() throws Exception {
        log().begin();
        Files.writeString(log().path(), "first start\n");

        log().begin();

        assertThat(log().path()).isEmptyFile();
        assertThat(folder.resolve("kafka.1.log")).hasContent("first start\n");
    }

    @Test
    void a_full_file_is_emptied_under_its_writer_who_goes_on() throws Exception {
        log().begin();
        try (OutputStream writer = Files.newOutputStream(log().path(), StandardOpenOption.APPEND)) {
            writer.write(new byte[11 * MB]);
            log().bound();
            writer.write("next".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        assertThat(log().path()).hasContent("next");
        assertThat(folder.resolve("kafka.1.log")).hasSize(11 * MB);
    }

    @Test
    void a_file_that_is_not_full_is_left_alone() throws Exception {
        log().begin();
        Files.write(log().path(), new byte[10 * MB]);

        log().bound();

        assertThat(log().size()).isEqualTo(10 * MB);
    }

    @Test
    void however_much_is_said_ten_files_are_kept() throws Exception {
        log().begin();
        for (int i = 0; i < 15; i++) {
            Files.write(log().path(), new byte[11 * MB], StandardOpenOption.APPEND);
            log().bound();
        }

        assertThat(sizeOfAll()).isLessThanOrEqualTo(9 * 11 * MB);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(10);
        }
    }

    @Test
    void only_its_owner_reads_it_and_its_older_pieces() throws Exception {
        log().begin();
        Files.write(log().path(), new byte[11 * MB], StandardOpenOption.APPEND);
        log().bound();

        for (String name : new String[] {"kafka.log", "kafka.1.log"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void the_last_lines_come_without_the_rest() throws Exception {
        log().begin();
        Files.writeString(log().path(), "x".repeat(MB) + "\nlast but one\nlast\n");

        assertThat(log().lastLines(2)).isEqualTo("last but one\nlast");
    }

    private long sizeOfAll() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
