package org.ncsoversight.evidence.heard;

import java.util.function.Function;
import org.ncsoversight.outbox.Received;
import org.ncsoversight.outbox.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** Reads what a record says, or tells why nobody ever will. */
public final class ReadMessage {

    private ReadMessage() {}

    /** Producers give every record a key; without one a topic would not keep the latest. */
    public static <T> T of(Received received, Function<String, T> reader) {
        String _ = received.key();
        try {
            return reader.apply(received.text());
        } catch (StreamReadException e) {
            throw new Unreadable(Unreadable.VALUE_UNREADABLE, e.getOriginalMessage(), e);
        } catch (JacksonException e) {
            throw new Unreadable(Unreadable.FIELD_REFUSED, e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | NullPointerException e) {
            // Nothing but this text decides, so trying again would end the same.
            throw new Unreadable(Unreadable.FIELD_REFUSED, String.valueOf(e.getMessage()), e);
        }
    }
}
