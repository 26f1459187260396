package org.ncsoversight.evidence.planning.contract;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceTopic;
import org.ncsoversight.evidence.planning.model.GoldenThread;
import org.ncsoversight.outbox.OutboxEvent;
import tools.jackson.databind.json.JsonMapper;

/** A golden thread as contracts/ promises it: its path and what hangs on it, not what it is called. */
public record ThreadChangedMessage(
        String thread,
        long version,
        String ukprn,
        String edition,
        @Nullable String template,
        List<String> criteria,
        boolean open,
        List<String> evidence) {

    static final String TYPE = "org.ncsoversight.evidence.thread-changed.v1";

    static ThreadChangedMessage of(GoldenThread thread) {
        return new ThreadChangedMessage(
                thread.id().toString(),
                thread.version(),
                thread.provider().ukprn(),
                thread.path().edition(),
                thread.path().template(),
                thread.path().criteria().stream().map(CriterionCode::value).toList(),
                thread.open(),
                thread.evidence().stream().map(UUID::toString).toList());
    }

    public static OutboxEvent outboxEvent(GoldenThread.Changed changed, JsonMapper json) {
        var thread = changed.thread();
        return new OutboxEvent(
                changed.eventId(),
                EvidenceTopic.NAME,
                thread.provider().ukprn(),
                TYPE,
                EvidenceTopic.SOURCE,
                thread.id().toString(),
                changed.at(),
                changed.at(),
                json.writeValueAsString(of(thread)));
    }
}
