package org.ncsoversight.evidence.together.mail;

/** Hands letters over to whoever brings them. */
public interface Post {

    /** Every way handing over can end. */
    sealed interface Outcome {

        /** From here on somebody else answers for it. */
        record HandedOver() implements Outcome {}

        /** Nobody took it; why is the kind of failure, because what servers answer quotes addresses. */
        record Refused(String why) implements Outcome {}
    }

    Outcome send(Letter letter);
}
