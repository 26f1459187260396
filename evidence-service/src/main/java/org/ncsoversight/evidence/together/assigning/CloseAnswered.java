package org.ncsoversight.evidence.together.assigning;

import static org.ncsoversight.outbox.FieldLimits.checkList;
import static org.ncsoversight.outbox.FieldLimits.checkWord;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ncsoversight.evidence.items.contract.EvidenceMessage;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.together.store.AssignmentStore;
import org.ncsoversight.outbox.Received;
import org.ncsoversight.outbox.Unreadable;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/** Hears what was submitted, whichever way it came in, and closes the assignments it answers. */
@Component
class CloseAnswered {

    private static final String SUBMITTED = "org.ncsoversight.evidence.submitted.v1";

    /** What we use of our own promise. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Submitted(String evidence, String ukprn, List<String> criteria, String voice) {

        Submitted {
            checkWord("evidence", evidence);
            checkWord("ukprn", ukprn);
            checkList("criteria", criteria);
            checkWord("voice", voice);
        }
    }

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
    void heard(ConsumerRecord<byte[], byte[]> record) {
        heard(new Received(record));
    }

    @EventListener
    void heard(Received received) {
        if (!received.isOfType(SUBMITTED)) {
            return;
        }
        try {
            close(json.readValue(received.text(), Submitted.class), received.time());
        } catch (StreamReadException e) {
            throw new Unreadable(Unreadable.VALUE_UNREADABLE, e.getOriginalMessage(), e);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Unreadable(Unreadable.FIELD_REFUSED, String.valueOf(e.getMessage()), e);
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
}
