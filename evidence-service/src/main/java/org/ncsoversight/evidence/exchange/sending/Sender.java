package org.ncsoversight.evidence.exchange.sending;

import java.net.URI;
import java.util.Map;

/** Sends one request out and says how that went. */
public interface Sender {

    /** Every way an attempt can end. */
    sealed interface Outcome {

        /** Somebody answered; whether they took it is said by the status. */
        record Answered(int status) implements Outcome {}

        /** Nobody answered, or the address may not be called. */
        record Unreached(String why) implements Outcome {}
    }

    Outcome send(URI address, Map<String, String> headers, String body);
}
