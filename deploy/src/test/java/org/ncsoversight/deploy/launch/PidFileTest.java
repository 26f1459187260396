package org.ncsoversight.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    private static final String MARK = "-Dncs.platform=/somewhere";

    @TempDir
    Path folder;

    private Process process;

    @BeforeEach
    void startAProcess() throws Exception {
        // The shell's own arguments stay visible while it waits for the line that never comes.
        process = new ProcessBuilder("bash", "-c", "read -r line", MARK).start();
    }

    @AfterEach
    void endIt() {
        process.destroyForcibly();
    }

    @Test
    void the_process_that_was_written_down_is_found_again() {
        var file = new PidFile(folder.resolve("kafka"), MARK);
        file.write(process.toHandle());

        assertThat(file.process()).contains(process.toHandle());
    }

    @Test
    void a_process_that_ended_is_not_found() throws Exception {
        var file = new PidFile(folder.resolve("kafka"), MARK);
        file.write(process.toHandle());
        process.destroyForcibly().waitFor();

        assertThat(file.process()).isEmpty();
    }

    @Test
    void another_process_that_got_the_same_number_later_is_not_taken_for_it() throws Exception {
        var file = new PidFile(folder.resolve("kafka"), MARK);
        Files.writeString(folder.resolve("kafka"), process.pid() + "\n1700000000000");

        assertThat(file.process()).isEmpty();
    }

    @Test
    void a_process_without_our_mark_is_not_taken_for_ours() {
        new PidFile(folder.resolve("kafka"), MARK).write(process.toHandle());

        assertThat(new PidFile(folder.resolve("kafka"), "-Dncs.platform=/elsewhere").process())
                .isEmpty();
    }

    @Test
    void a_file_that_says_nothing_useful_is_nobody() throws Exception {
        Files.writeString(folder.resolve("kafka"), "x\ny");

        assertThat(new PidFile(folder.resolve("kafka"), MARK).process()).isEmpty();
        assertThat(new PidFile(folder.resolve("mongo"), MARK).process()).isEmpty();
    }

    @Test
    void stopping_ends_what_was_written_down_and_nothing_else() throws Exception {
        Path data = folder.resolve("data");
        Process ours = new ProcessBuilder(
                        "bash", "-c", "read -r line", org.ncsoversight.deploy.server.Servers.mark(data))
                .start();
        DataFolder.pidFile(data, "kafka").write(ours.toHandle());
        DataFolder.pidFile(data, "mongo").write(process.toHandle());

        assertThat(Stop.stop(data)).isZero();

        assertThat(ours.isAlive()).isFalse();
        assertThat(process.isAlive()).isTrue();
    }
}
