package org.ncsoversight.answers.repeating;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The answers that were given under a key, and the requests still under way under one. */
interface KeptAnswers {

    /** What was answered; the fingerprint is that of the request. */
    record Answer(String fingerprint, int status, Map<String, String> headers, ByteBuffer body) {

        byte[] bytes() {
            var bytes = new byte[body.remaining()];
            body.duplicate().get(bytes);
            return bytes;
        }
    }

    /** Who works on a key and until when they have it; one who stops renewing loses it then. */
    record Holder(String key, UUID holder, Instant until) {}

    /** What asking for a key can come to. */
    sealed interface Claim {

        /** The seed is the same for all who are granted a key before it is forgotten; ids of what they make follow from it. */
        record Granted(UUID seed) implements Claim {}

        record UnderWay() implements Claim {}

        record Answered(Answer answer) implements Claim {}
    }

    /** Only one of several who ask at once is granted the key; the store decides. A new key is forgotten at that time. */
    Claim claim(Holder wanted, Instant now, Instant forgetAt);

    void renew(Collection<Holder> holders);

    /** Keeps the answer, unless the holder has lost the key meanwhile. */
    void keep(Holder holder, Answer answer, Instant forgetAt);

    /** Gives the key back without an answer; its seed stays. */
    void release(Holder holder);
}
