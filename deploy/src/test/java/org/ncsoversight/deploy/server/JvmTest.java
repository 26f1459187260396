package org.ncsoversight.deploy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.deploy.server.Jvm.Cache;

class JvmTest {

    @TempDir
    Path folder;

    private final Jvm jvm = new Jvm(Path.of("java"), settings());

    @Test
    void a_cache_that_is_being_written_is_used_by_nobody() throws Exception {
        Path cache = folder.resolve("app.aot");
        String making = String.join(" ", jvm.command("gateway", "-Dmark", cache, Cache.MADE));
        assertThat(making).endsWith("-XX:AOTCacheOutput=" + Jvm.unfinished(cache));
        Files.writeString(Jvm.unfinished(cache), "half");

        assertThat(jvm.command("gateway", "-Dmark", cache, Cache.USED)).noneMatch(word -> word.contains("AOT"));
    }

    @Test
    void a_complete_one_is() throws Exception {
        Path cache = Files.writeString(folder.resolve("app.aot"), "whole");

        assertThat(jvm.command("gateway", "-Dmark", cache, Cache.USED)).contains("-XX:AOTCache=" + cache);
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.setProperty("gateway.heap", "64");
        settings.setProperty("flags", "-Xss512k");
        return settings;
    }
}
