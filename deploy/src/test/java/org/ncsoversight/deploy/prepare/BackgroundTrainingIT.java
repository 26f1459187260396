package org.ncsoversight.deploy.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.deploy.server.Jvm;
import org.ncsoversight.deploy.server.Prepared;
import org.ncsoversight.deploy.server.Servers;

/** A real training of what the build made, in folders of its own. */
class BackgroundTrainingIT {

    private static final Path BUILT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path root;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private Prepared prepared;

    /** What is unpacked is copied, but for what it was trained before; the rest is seen through links. */
    @BeforeEach
    void untrained() throws IOException {
        Jvm jvm = Jvm.with(BUILT.resolve("deploy/processes.properties"));
        Preparation.of(BUILT, jvm, said::add);
        for (String module : List.of("deploy", "gateway")) {
            Files.createSymbolicLink(root.resolve(module), BUILT.resolve(module));
        }
        for (String service : Servers.SERVICES) {
            Path module = Path.of(Unpacking.module(service));
            if (Files.notExists(root.resolve(module))) {
                Files.createSymbolicLink(root.resolve(module), BUILT.resolve(module));
            }
        }
        Folders.copy(
                Preparation.folder(BUILT),
                Files.createDirectories(root.resolve(".run")).resolve("prepared"));
        for (Path file : trained().toList()) {
            Files.delete(file);
        }
        prepared = Preparation.of(root, jvm, said::add);
        assertThat(Training.missing(prepared)).isTrue();
    }

    @Test
    void one_that_is_interrupted_ends_all_it_started_and_leaves_nothing_half() throws Exception {
        try (var _ = BackgroundTraining.start(root, said::add)) {
            await().atMost(PATIENCE).until(() -> processes() >= 4);
        }

        await().atMost(PATIENCE).until(() -> processes() == 0);
        assertThat(trained()).isEmpty();
        assertThat(Preparation.folder(root).resolve("training")).doesNotExist();
    }

    private Stream<Path> trained() throws IOException {
        try (Stream<Path> files = Files.walk(Preparation.folder(root))) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(aot|trained|unfinished|config)"))
                    .toList()
                    .stream();
        }
    }

    /** The trainer, Kafka, MongoDB and a service. */
    private long processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> arguments(process).contains(root.toString()))
                .count();
    }

    private static String arguments(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
