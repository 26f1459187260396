package org.ncsoversight.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ncsoversight.outcomes.file.FileLimits;
import org.ncsoversight.outcomes.importing.ImportLimits;
import org.ncsoversight.outcomes.pseudonymising.PseudonymKey;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class ShippedSettingsTest {

    @Test
    void the_shipped_file_gives_every_setting() throws IOException {
        var binder = new Binder(
                ConfigurationPropertySources.get(shipped(Map.of("OUTCOMES_PSEUDONYM_KEY", ClaimRows.KEY))),
                new org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver(
                        shipped(Map.of("OUTCOMES_PSEUDONYM_KEY", ClaimRows.KEY))));

        assertThat(binder.bind("outcomes.file", FileLimits.class).get().size().toMegabytes())
                .isEqualTo(25);
        assertThat(binder.bind("outcomes.import", ImportLimits.class).get()).hasNoNullFieldsOrProperties();
        assertThat(binder.bind("outcomes.pseudonyms", PseudonymKey.class).get()).isEqualTo(ClaimRows.key());
    }

    @Test
    void the_secret_has_no_default() throws IOException {
        assertThat(shipped(Map.of()).getPropertySources().get("shipped").getProperty("outcomes.pseudonyms.key"))
                .isEqualTo("${OUTCOMES_PSEUDONYM_KEY}");
    }

    private static StandardEnvironment shipped(Map<String, Object> variables) throws IOException {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
        var yaml = new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("application.yaml"))
                .getFirst();
        environment.getPropertySources().addLast(yaml);
        return environment;
    }
}
