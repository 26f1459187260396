package org.ncsoversight.answers.repeating;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an endpoint that makes something has from the key its request came with. */
public final class Repeats {

    private static final String SEED = Repeats.class.getName() + ".seed";

    private Repeats() {}

    /**
     * The id of what is made: the sender's own, or else one that follows from route and key for as long as the key counts. So
     * a repeat makes nothing twice either when the process died after it was made and before its answer was kept.
     */
    public static UUID idOr(@Nullable UUID wanted, HttpServletRequest request) {
        return wanted == null ? idIn(request).orElseGet(UUID::randomUUID) : wanted;
    }

    /** Empty when the request came without a key. */
    public static Optional<UUID> idIn(HttpServletRequest request) {
        return request.getAttribute(SEED) instanceof UUID seed
                ? Optional.of(UUID.nameUUIDFromBytes(
                        (seed + "\n" + request.getRequestURI()).getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    static void seed(HttpServletRequest request, UUID seed) {
        request.setAttribute(SEED, seed);
    }
}
