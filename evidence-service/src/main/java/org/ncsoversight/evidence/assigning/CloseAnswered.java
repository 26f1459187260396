package org.ncsoversight.evidence.assigning;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.contract.EvidenceMessage;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.store.AssignmentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hears what was submitted, whichever way it came in, and closes the assignments it answers. */
@Component
class CloseAnswered {

    private static final Logger log = LoggerFactory.getLogger(CloseAnswered.class);
    private static final String SUBMITTED = "org.ncsoversight.evidence.submitted.v1";

    /** What we use of our own promise. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Submitted(String evidence, String ukprn, List<String> criteria, String voice) {}

    private final AssignmentStore store;
    private final JsonMapper json;
    private final Clock clock;

    CloseAnswered(AssignmentStore store, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    @KafkaListener(
            id = "assignments",
            topics = EvidenceMessage.TOPIC,
            groupId = "${spring.kafka.consumer.group-id}-assignments")
    void heard(ConsumerRecord<String, @Nullable String> message) {
        if (!SUBMITTED.equals(header(message, "ce_type")) || message.value() == null) {
            return;
        }
        try {
            var submitted = json.readValue(message.value(), Submitted.class);
            close(submitted, Instant.parse(header(message, "ce_time")));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            log.atWarn().setCause(e).log("Own event not understood");
        }
    }

    /** Only what was given before: older news does not answer a newer question. A lost race is somebody else's word. */
    private void close(Submitted submitted, Instant at) {
        var voice = Voice.of(submitted.voice());
        if (voice.isEmpty()) {
            return;
        }
        var criteria = submitted.criteria().stream().map(CriterionCode::new).toList();
        for (var assignment : store.answeredBy(new ProviderId(submitted.ukprn()), criteria, voice.get())) {
            if (!assignment.givenAt().isAfter(at)) {
                var how = "Done: evidence " + submitted.evidence() + " was submitted";
                store.change(assignment.done(how, Person.NOBODY, clock.instant()));
            }
        }
    }

    private static String header(ConsumerRecord<String, @Nullable String> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
