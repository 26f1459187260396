package org.ncsoversight.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.deploy.launch.Options.Demonstration;
import org.ncsoversight.deploy.server.StartRefused;

class OptionsTest {

    private static final Path ROOT = Path.of("/repository");

    @Test
    void without_options_data_is_in_the_repository_and_demonstration_data_loaded_when_empty() {
        assertThat(Options.parse(ROOT, List.of()))
                .isEqualTo(new Options(ROOT, ROOT.resolve(".run/data"), 0, false, Demonstration.WHEN_EMPTY));
    }

    @Test
    void every_option_is_understood() {
        assertThat(Options.parse(ROOT, List.of("--fresh", "--no-demo", "--port-offset", "100", "--data", "/elsewhere")))
                .isEqualTo(new Options(ROOT, Path.of("/elsewhere"), 100, true, Demonstration.NO));
        assertThat(Options.parse(ROOT, List.of("--demo")).demonstration()).isEqualTo(Demonstration.YES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--wrong", "--data", "--port-offset", "--port-offset -1", "--port-offset 40000"})
    void anything_else_is_refused(String words) {
        assertThatThrownBy(() -> Options.parse(ROOT, List.of(words.split(" ")))).isInstanceOf(StartRefused.class);
    }
}
