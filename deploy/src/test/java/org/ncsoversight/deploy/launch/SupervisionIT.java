package org.ncsoversight.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.deploy.server.RunningServer;
import org.ncsoversight.deploy.server.Server;

/** Real processes that die, killed and by themselves. */
class SupervisionIT {

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<RunningServer> started = new CopyOnWriteArrayList<>();
    private final Supervision supervision = new Supervision(() -> Instant.EPOCH, said::add);

    @AfterEach
    void endAll() {
        supervision.close();
        started.forEach(RunningServer::kill);
    }

    @Test
    void a_killed_server_is_started_again_and_that_is_said_in_one_line() {
        RunningServer first = keep("echo up; exec sleep 1000");

        first.kill();

        awaitStarted(2);
        assertThat(started.getLast().alive()).isTrue();
        assertThat(said)
                .singleElement()
                .asString()
                .contains("demo", "was killed", "1 of 5", "again in 1 s")
                .hasLineCount(1);
    }

    @Test
    void one_that_dies_whenever_it_is_started_is_given_up_with_its_last_lines() {
        keep("echo no room on the disk; exit 3");

        await().atMost(Duration.ofMinutes(5))
                .until(() -> said.stream().anyMatch(line -> line.contains("not started again")));

        assertThat(started).hasSize(5);
        assertThat(said.getLast()).contains("exit code 3", "died 5 times within 10 minutes", "no room on the disk");
    }

    @Test
    void what_ends_after_supervision_ended_stays_ended() throws Exception {
        RunningServer first = keep("exec sleep 1000");
        supervision.close();

        first.kill();
        first.onExit().get();

        assertThat(started).hasSize(1);
        assertThat(said).isEmpty();
    }

    @Test
    void what_a_server_writes_is_its_owners_alone() throws Exception {
        RunningServer server = start("mkdir sub; echo secret > sub/file; echo done");
        server.onExit().get();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("sub"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("sub/file"))))
                .isEqualTo("rw-------");
        assertThat(server.lastLines()).isEqualTo("done");
    }

    private RunningServer keep(String script) {
        RunningServer first = start(script);
        supervision.keep(first, () -> start(script), () -> {});
        return first;
    }

    private RunningServer start(String script) {
        var server = RunningServer.start(
                new Server("demo", folder, List.of("sh", "-c", script), Map.of(), () -> true), folder);
        started.add(server);
        return server;
    }

    private void awaitStarted(int count) {
        await().atMost(Duration.ofMinutes(5)).until(() -> started.size() == count);
    }
}
