package org.ncsoversight.evidence.together.mail;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How e-mails leave; application.yaml explains each. */
@ConfigurationProperties("evidence.mail")
@Validated
public record MailSettings(
        @Nullable String host,
        @Positive int port,
        @Nullable String username,
        @Nullable String password,
        boolean starttls,
        @NotBlank String from,
        @NotNull Duration timeout,
        @NotNull Path folder) {

    boolean hasServer() {
        return host != null && !host.isBlank();
    }
}
