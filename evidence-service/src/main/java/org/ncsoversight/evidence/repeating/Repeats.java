package org.ncsoversight.evidence.repeating;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an endpoint that makes something has from the key its request came with. */
public final class Repeats {

    static final String KEY_IN_USE = Repeats.class.getName() + ".keyInUse";

    /** Since when the key of a request has been in use; asked only where it matters. */
    record KeyInUse(Supplier<Instant> since) {}

    private Repeats() {}

    /**
     * The id of what is made: the sender's own, or else one that follows from caller, route, key and when that key was
     * first used. So a repeat makes nothing twice either when the process died after it was made and before its answer
     * was kept, and the key makes another thing once it is forgotten.
     */
    public static UUID idOr(@Nullable UUID wanted, HttpServletRequest request) {
        var caller = request.getUserPrincipal();
        if (wanted != null) {
            return wanted;
        }
        if (caller == null || !(request.getAttribute(KEY_IN_USE) instanceof KeyInUse key)) {
            return UUID.randomUUID();
        }
        String name = String.join(
                "\n",
                caller.getName(),
                request.getRequestURI(),
                request.getHeader(AnswerRepeats.KEY).strip(),
                key.since().get().toString());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
