package org.ncsoversight.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ncsoversight.feedback.file.FileLimits;
import org.ncsoversight.feedback.importing.ImportLimits;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

class ConfigurationTest {

    @Test
    void the_shipped_properties_are_complete_and_valid() {
        assertThat(bind(Map.of(), "feedback.file", FileLimits.class))
                .isEqualTo(new FileLimits(DataSize.ofMegabytes(25), 100_000, 5000));
        assertThat(bind(Map.of(), "feedback.import", ImportLimits.class))
                .isEqualTo(new ImportLimits(
                        1000,
                        4,
                        100,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(10),
                        Duration.ofDays(30)));
    }

    @Test
    void a_limit_of_nothing_is_refused() {
        assertThatThrownBy(() -> bind(Map.of("FEEDBACK_FILE_ROWS", "0"), "feedback.file", FileLimits.class))
                .hasStackTraceContaining("rows");
    }

    private static <T> T bind(Map<String, Object> variables, String prefix, Class<T> type) {
        try {
            var environment = new StandardEnvironment();
            environment.getPropertySources().addFirst(new MapPropertySource("test", variables));
            new YamlPropertySourceLoader()
                    .load("shipped", new ClassPathResource("application.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
            environment.setConversionService((org.springframework.core.convert.support.ConfigurableConversionService)
                    ApplicationConversionService.getSharedInstance());
            var validator = new LocalValidatorFactoryBean();
            validator.afterPropertiesSet();
            return Binder.get(environment)
                    .bind(prefix, Bindable.of(type), new ValidationBindHandler(validator))
                    .get();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
