package org.ncsoversight.evidence.repeating;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an endpoint that makes something has from the key its request came with. */
public final class Repeats {

    private Repeats() {}

    /**
     * The id of what is made: the sender's own, or else one that follows from caller, route and key. So a repeat makes
     * nothing twice either when the process died after it was made and before its answer was kept.
     */
    public static UUID idOr(@Nullable UUID wanted, HttpServletRequest request) {
        String key = Objects.requireNonNullElse(request.getHeader(AnswerRepeats.KEY), "")
                .strip();
        var caller = request.getUserPrincipal();
        if (wanted != null) {
            return wanted;
        }
        if (key.isEmpty() || caller == null) {
            return UUID.randomUUID();
        }
        String name = caller.getName() + '\n' + request.getRequestURI() + '\n' + key;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
