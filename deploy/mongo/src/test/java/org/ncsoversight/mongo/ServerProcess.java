package org.ncsoversight.mongo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A server in a Java process of its own, so that it can be killed. */
record ServerProcess(Process process, String uri) {

    static ServerProcess start(Class<?> main, Path file) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        file.toString(),
                        "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String ready = process.inputReader().readLine();
        if (ready == null) {
            throw new IllegalStateException(main + " did not start");
        }
        return new ServerProcess(process, ready.substring("ready ".length()));
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill} does. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The server did not stop");
        }
        return process.exitValue();
    }
}
