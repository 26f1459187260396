package org.ncsoversight.deploy.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentKeyTest {

    @TempDir
    Path folder;

    @Test
    void a_build_that_changed_nothing_keeps_the_key() throws Exception {
        Path jar = folder.resolve("gateway-1.0-SNAPSHOT.jar");
        String before = key(jar, "same", 1_700_000_000_000L);

        assertThat(key(jar, "same", 1_800_000_000_000L)).isEqualTo(before);
    }

    @Test
    void another_content_has_another_key() throws Exception {
        Path jar = folder.resolve("gateway-1.0-SNAPSHOT.jar");
        String before = key(jar, "one", 1_700_000_000_000L);

        assertThat(key(jar, "two", 1_700_000_000_000L)).isNotEqualTo(before);
    }

    @Test
    void another_jvm_has_another_key() throws Exception {
        Path jar = folder.resolve("gateway-1.0-SNAPSHOT.jar");
        write(jar, "same", 1_700_000_000_000L);

        assertThat(ContentKey.of(List.of(jar), "25.0.3")).isNotEqualTo(ContentKey.of(List.of(jar), "25.0.4"));
    }

    private static String key(Path jar, String content, long time) throws IOException {
        write(jar, content, time);
        return ContentKey.of(List.of(jar), "25.0.3");
    }

    private static void write(Path jar, String content, long time) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("a.txt").setLastModifiedTime(FileTime.fromMillis(time)));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
