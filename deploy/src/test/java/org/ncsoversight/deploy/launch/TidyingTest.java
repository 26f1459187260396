package org.ncsoversight.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.deploy.prepare.Folders;
import org.ncsoversight.deploy.server.LogFile;

class TidyingTest {

    @TempDir
    Path folder;

    @Test
    void the_newest_thousand_e_mails_are_kept() throws Exception {
        Path mail = Files.createDirectory(folder.resolve("mail"));
        Instant day = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < Tidying.MAILS_KEPT + 2; i++) {
            Path one = Files.createFile(mail.resolve(i + ".eml"));
            Files.setLastModifiedTime(one, FileTime.from(day.plusSeconds(i)));
        }

        new Tidying(mail, List::of, line -> {}).tidy();

        assertThat(Folders.in(mail))
                .hasSize(Tidying.MAILS_KEPT)
                .doesNotContain(mail.resolve("0.eml"), mail.resolve("1.eml"));
    }

    @Test
    void every_log_is_bounded() throws Exception {
        var log = new LogFile(folder, "mongo");
        Files.write(log.path(), new byte[(int) LogFile.LARGEST_IN_BYTES + 1]);

        new Tidying(folder.resolve("mail"), () -> List.of(log), line -> {}).tidy();

        assertThat(log.path()).isEmptyFile();
    }
}
