package org.ncsoversight.deploy.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ncsoversight.deploy.server.StartRefused;

/** A program run to its end, with its output in a file. */
public final class Command {

    private Command() {}

    public static void run(String what, Path folder, Path log, Map<String, String> environment, List<String> command) {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            int exit = process.waitFor();
            if (exit != 0) {
                throw new StartRefused(what + " failed with exit code " + exit + "; see " + log + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + what, e);
        }
    }
}
