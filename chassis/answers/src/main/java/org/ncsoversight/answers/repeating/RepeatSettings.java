package org.ncsoversight.answers.repeating;

import java.time.Duration;
import java.util.Set;
import org.springframework.util.unit.DataSize;

/**
 * How long answers are kept for repeats.
 *
 * @param keptFor how long a key counts
 * @param claim how long a request under way keeps its key without saying so again; after a crash the key comes free then
 * @param renewal how often requests under way say that they still are; a fraction of the claim
 * @param largestAnswer that is kept; a document of MongoDB ends at 16 MB
 * @param byThemselves paths that do by themselves what a key asks for
 * @param secret beginnings of paths whose answers are nobody's to keep, such as a password: a key is refused there
 */
public record RepeatSettings(
        Duration keptFor,
        Duration claim,
        Duration renewal,
        DataSize largestAnswer,
        Set<String> byThemselves,
        Set<String> secret) {

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Duration USUAL_CLAIM = Duration.ofMinutes(1);
    private static final Duration USUAL_RENEWAL = Duration.ofSeconds(15);
    private static final DataSize USUAL_LARGEST = DataSize.ofMegabytes(8);

    public RepeatSettings {
        byThemselves = Set.copyOf(byThemselves);
        secret = Set.copyOf(secret);
    }

    public static RepeatSettings usual() {
        return usualExcept(Set.of(), Set.of());
    }

    public static RepeatSettings usualExcept(Set<String> byThemselves, Set<String> secret) {
        return new RepeatSettings(A_DAY, USUAL_CLAIM, USUAL_RENEWAL, USUAL_LARGEST, byThemselves, secret);
    }

    boolean isSecret(String path) {
        return secret.stream().anyMatch(path::startsWith);
    }
}
