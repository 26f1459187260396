package org.ncsoversight.evidence.repeating;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The answers that were given under a key, and the requests still under way under one. */
public interface Answers {

    /** What was answered; the fingerprint is that of the request. */
    record Answer(String fingerprint, int status, Map<String, String> headers, ByteBuffer body) {

        public byte[] bytes() {
            var bytes = new byte[body.remaining()];
            body.duplicate().get(bytes);
            return bytes;
        }
    }

    /** Who works on a key and until when they have it; one who stops renewing loses it then. */
    record Holder(String key, UUID holder, Instant until) {}

    /** What asking for a key can come to. */
    sealed interface Claim {

        record Granted() implements Claim {}

        record UnderWay() implements Claim {}

        record Answered(Answer answer) implements Claim {}
    }

    /** Since when a key has been in use; once that is forgotten, from now on. */
    Instant inUseSince(String key, Instant now, Instant forgetAt);

    /** Only one of several who ask at once is granted the key; the store decides. */
    Claim claim(Holder wanted, Instant now);

    void renew(Collection<Holder> holders);

    /** Keeps the answer, unless the holder has lost the key meanwhile. */
    void keep(Holder holder, Answer answer, Instant forgetAt);

    /** Gives the key back without an answer. */
    void release(Holder holder);
}
