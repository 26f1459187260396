package org.ncsoversight.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.deploy.launch.Options.Demonstration;
import org.ncsoversight.deploy.server.StartRefused;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void a_second_start_while_one_runs_is_refused() {
        Options options = Options.at(folder);
        try (var _ = DataFolder.take(options)) {
            assertThatThrownBy(() -> DataFolder.take(options))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContainingAll("already running", "deploy/stop");
        }
        DataFolder.take(options).close();
    }

    @Test
    void data_stays_with_the_ports_it_was_started_on() {
        DataFolder.take(Options.at(folder).withPortOffset(100)).close();

        assertThatThrownBy(() -> DataFolder.take(Options.at(folder)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("belongs to --port-offset 100");
        DataFolder.take(Options.at(folder).withPortOffset(100)).close();
    }

    @Test
    void a_folder_of_somebody_else_is_left_alone_even_when_asked_for_a_fresh_start() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Ms Hopper");

        assertThatThrownBy(() ->
                        DataFolder.take(Options.at(folder).withData(folder).withFreshData()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("holds other files");
        assertThat(letter).exists();
    }

    @Test
    void a_fresh_start_empties_the_folder_and_may_take_other_ports() throws Exception {
        Options options = Options.at(folder);
        DataFolder.take(options).close();
        Path old = Files.writeString(options.data().resolve("old"), "");

        DataFolder.take(options.withFreshData().withPortOffset(100)).close();

        assertThat(old).doesNotExist();
    }

    @Test
    void demonstration_data_is_loaded_once_unless_asked_for() {
        Options options = Options.at(folder);
        try (var first = DataFolder.take(options)) {
            assertThat(first.wantsDemonstration(options)).isTrue();
            first.demonstrationIsLoaded();
        }
        try (var second = DataFolder.take(options)) {
            assertThat(second.wantsDemonstration(options)).isFalse();
            assertThat(second.wantsDemonstration(options.with(Demonstration.YES)))
                    .isTrue();
        }
    }

    @Test
    void a_demonstration_that_was_interrupted_goes_on_with_the_day_it_was_begun_on() throws Exception {
        Options options = Options.at(folder);
        DataFolder.take(options).close();
        Path about = options.data().resolve("platform.properties");
        Files.writeString(about, "demonstration-day=2026-01-31\n", StandardOpenOption.APPEND);

        try (var second = DataFolder.take(options)) {
            assertThat(second.wantsDemonstration(options)).isTrue();
            assertThat(second.demonstrationDay()).isEqualTo("2026-01-31");
        }
    }

    @Test
    void the_day_of_the_demonstration_is_kept() {
        Options options = Options.at(folder);
        LocalDate day;
        try (var first = DataFolder.take(options)) {
            day = first.demonstrationDay();
        }
        assertThat(options.data().resolve("platform.properties")).content().contains("demonstration-day=" + day);
    }

    @Test
    void data_started_without_demonstration_stays_without() {
        DataFolder.take(Options.at(folder).with(Demonstration.NO)).close();
        try (var second = DataFolder.take(Options.at(folder))) {
            assertThat(second.wantsDemonstration(Options.at(folder))).isFalse();
        }
    }

    @Test
    void only_its_owner_sees_into_a_folder_that_was_open_to_all() throws Exception {
        Options options = Options.at(folder);
        DataFolder.take(options).close();
        Path inside = Files.createDirectories(options.data().resolve("kafka/log"));
        Path file = Files.writeString(inside.resolve("0.log"), "");
        for (Path open : new Path[] {options.data(), inside, file}) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path linked = Files.createDirectory(folder.resolve("programs"));
        Files.setPosixFilePermissions(linked, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createSymbolicLink(inside.resolve("lib"), linked);

        DataFolder.take(options).close();

        for (Path closed : new Path[] {options.data(), inside, file}) {
            assertThat(permissions(closed)).isEqualTo("rwx------");
        }
        assertThat(permissions(linked)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void a_new_folder_is_its_owners_alone() throws Exception {
        try (var data = DataFolder.take(Options.at(folder))) {
            assertThat(permissions(Options.at(folder).data())).isEqualTo("rwx------");
            assertThat(data.logs()).exists();
        }
    }

    @Test
    void the_demonstrations_people_come_with_its_data_and_never_later() {
        Options options = Options.at(folder);
        try (var first = DataFolder.take(options.with(Demonstration.NO))) {
            assertThat(first.hasDemonstrationPeople()).isFalse();
        }
        assertThatThrownBy(() -> DataFolder.take(options.with(Demonstration.YES)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("passwords that everybody knows");
        try (var fresh = DataFolder.take(options.withFreshData())) {
            assertThat(fresh.hasDemonstrationPeople()).isTrue();
        }
        try (var again = DataFolder.take(options.with(Demonstration.NO))) {
            assertThat(again.hasDemonstrationPeople()).isTrue();
        }
    }

    @Test
    void people_can_be_there_without_data() {
        Options options = Options.at(folder).with(Demonstration.PEOPLE_ONLY);
        try (var data = DataFolder.take(options)) {
            assertThat(data.hasDemonstrationPeople()).isTrue();
            assertThat(data.wantsDemonstration(options)).isFalse();
        }
    }

    @Test
    void the_first_administrator_is_told_once() {
        Options options = Options.at(folder).with(Demonstration.NO);
        try (var first = DataFolder.take(options)) {
            assertThat(first.administratorIsTold()).isFalse();
            first.tellAdministrator();
        }
        try (var second = DataFolder.take(options)) {
            assertThat(second.administratorIsTold()).isTrue();
        }
    }

    @Test
    void what_killed_processes_left_in_their_temporary_folders_is_cleared() throws Exception {
        Options options = Options.at(folder);
        DataFolder.take(options).close();
        Path left = Files.createDirectories(options.data().resolve("tmp/reporting"));
        Files.writeString(left.resolve("librocksdbjni.so"), "left");

        DataFolder.take(options).close();

        assertThat(left).doesNotExist();
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
