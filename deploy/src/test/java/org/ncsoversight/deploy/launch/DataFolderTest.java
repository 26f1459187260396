package org.ncsoversight.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
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
    void data_started_without_demonstration_stays_without() {
        DataFolder.take(Options.at(folder).with(Demonstration.NO)).close();
        try (var second = DataFolder.take(Options.at(folder))) {
            assertThat(second.wantsDemonstration(Options.at(folder))).isFalse();
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
}
