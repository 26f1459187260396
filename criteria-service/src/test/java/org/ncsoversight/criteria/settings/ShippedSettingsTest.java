package org.ncsoversight.criteria.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

class ShippedSettingsTest {

    @Test
    void the_shipped_file_binds_and_has_nothing_left_over() throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("application.yaml", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);

        CriteriaSettings settings = Binder.get(environment)
                .bind(
                        "criteria",
                        Bindable.of(CriteriaSettings.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .get();

        assertThat(settings.requestLimit()).isEqualTo(DataSize.ofKilobytes(64));
        assertThat(settings.deadLetters().closedKeptFor()).isEqualTo(Duration.ofDays(90));
        assertThat(settings.deadLetters().openKept()).isEqualTo(100_000);
        assertThat(settings.relay().batchSize()).isEqualTo(500);
        assertThat(settings.relay().pollInterval()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_limit_of_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CriteriaSettings.Relay(0, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new CriteriaSettings.Relay(1, Duration.ZERO));
    }

    @Test
    void every_variable_is_in_the_readme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String yaml = new ClassPathResource("application.yaml").getContentAsString(StandardCharsets.UTF_8);
        List<String> variables = Pattern.compile("\\$\\{([A-Z_]+):")
                .matcher(yaml)
                .results()
                .map(result -> result.group(1))
                .toList();

        assertThat(variables)
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(readme).contains("`" + variable + "`"));
    }
}
