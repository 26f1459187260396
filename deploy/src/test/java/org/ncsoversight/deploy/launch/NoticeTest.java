package org.ncsoversight.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeTest {

    @TempDir
    Path folder;

    @Test
    void it_stands_in_its_file_until_it_is_taken_back() {
        Path file = folder.resolve("notice.txt");
        try (var notice = new Notice(file, "1 of 6")) {
            assertThat(file).hasContent("1 of 6");

            notice.say("2 of 6");

            assertThat(file).hasContent("2 of 6");
        }
        assertThat(folder).isEmptyDirectory();
    }
}
