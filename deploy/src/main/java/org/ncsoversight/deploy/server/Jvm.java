package org.ncsoversight.deploy.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Which JVM runs the servers and with which memory, as written in {@code deploy/processes.properties}. */
public record Jvm(Path java, Properties settings) {

    /** What is done with the cache of a server's loaded and linked classes. */
    public enum Cache {
        USED,
        MADE
    }

    /** The JVM this code runs in, with the settings of a file. */
    public static Jvm with(Path file) {
        var settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Jvm(Path.of(System.getProperty("java.home"), "bin", "java"), settings);
    }

    /** The start of a server's command line; the mark comes first so that it can be seen in a process list. */
    List<String> command(String server, String mark, Path cache, Cache use) {
        List<String> command = new ArrayList<>(List.of(java.toString(), mark));
        command.add("-Xmx" + setting(server + ".heap") + "m");
        command.addAll(List.of(setting("flags").split(" ")));
        if (use == Cache.MADE) {
            command.add("-XX:AOTCacheOutput=" + unfinished(cache));
        } else if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        return command;
    }

    /** Where a cache is written; it gets its name when it is complete. */
    public static Path unfinished(Path cache) {
        return cache.resolveSibling(cache.getFileName() + ".unfinished");
    }

    public long heapInMib(String server) {
        return Long.parseLong(setting(server + ".heap"));
    }

    /** What all processes need together. */
    public long neededInMib() {
        return Long.parseLong(setting("needed"));
    }

    /** The settings that a cache depends on. */
    public String fingerprint() {
        return System.getProperty("java.vm.version") + " " + setting("flags");
    }

    private String setting(String name) {
        String value = settings.getProperty(name);
        if (value == null) {
            throw new StartRefused("deploy/processes.properties must say " + name + ".");
        }
        return value.strip();
    }
}
