package org.ncsoversight.gateway.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What whoever runs the platform tells everybody who is signed in, on top of each page. It stands in a file that is
 * renewed as long as it holds: whoever wrote it and died takes it back that way.
 */
@Component
class Notice {

    private static final Duration HOLDS_FOR = Duration.ofMinutes(1);
    private static final long LONGEST_IN_BYTES = 1_000;

    private final ShellSettings settings;
    private final Clock clock;

    Notice(ShellSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Nothing when there is none, when it is old, or when it cannot be read: no page fails for a notice. */
    Optional<String> text() {
        if (settings.notice().isEmpty()) {
            return Optional.empty();
        }
        Path file = Path.of(settings.notice());
        try {
            if (Files.notExists(file) || Files.size(file) > LONGEST_IN_BYTES || old(file)) {
                return Optional.empty();
            }
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean old(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().plus(HOLDS_FOR).isBefore(clock.instant());
    }
}
