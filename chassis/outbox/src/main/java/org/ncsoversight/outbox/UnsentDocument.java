package org.ncsoversight.outbox;

import java.time.Instant;
import java.util.List;
import org.bson.Document;

/** What one document still has to say, oldest event first. */
record UnsentDocument(Object id, List<OutboxEvent> events) {

    static UnsentDocument fromDocument(Document document) {
        return new UnsentDocument(
                document.get("_id", Object.class),
                document.getList(Outbox.FIELD, Document.class).stream()
                        .map(OutboxEvent::fromDocument)
                        .toList());
    }

    Instant oldest() {
        return events.getFirst().recordedTime();
    }
}
