package org.ncsoversight.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Sends the events of many documents at once and says which documents arrived completely. */
final class KafkaSender {

    /**
     * How a batch ended.
     *
     * @param arrived documents all of whose events were acknowledged, and all earlier ones of the same keys
     * @param failure the first failure, if any
     */
    record Delivery(List<UnsentDocument> arrived, @Nullable Throwable failure) {}

    private record Sending(UnsentDocument document, List<Future<RecordMetadata>> acknowledgements) {}

    private final Producer<String, String> producer;

    KafkaSender(Producer<String, String> producer) {
        this.producer = producer;
    }

    Delivery send(List<UnsentDocument> batch) throws InterruptedException {
        List<UnsentDocument> arrived = new ArrayList<>();
        Set<String> brokenKeys = new HashSet<>();
        Throwable failure = null;
        for (Sending sending : dispatch(batch)) {
            Throwable ownFailure = firstFailure(sending.acknowledgements());
            failure = failure == null ? ownFailure : failure;
            List<String> keys =
                    sending.document().events().stream().map(OutboxEvent::key).toList();
            if (ownFailure == null && keys.stream().noneMatch(brokenKeys::contains)) {
                arrived.add(sending.document());
            } else {
                brokenKeys.addAll(keys);
            }
        }
        return new Delivery(arrived, failure);
    }

    private List<Sending> dispatch(List<UnsentDocument> batch) {
        List<Sending> sendings = new ArrayList<>();
        Set<String> brokenKeys = new HashSet<>();
        for (UnsentDocument document : batch) {
            if (document.events().stream().map(OutboxEvent::key).anyMatch(brokenKeys::contains)) {
                continue;
            }
            var sending = new Sending(document, new ArrayList<>());
            sendings.add(sending);
            for (OutboxEvent event : document.events()) {
                Future<RecordMetadata> acknowledgement = producer.send(record(event));
                sending.acknowledgements().add(acknowledgement);
                if (acknowledgement.state() == Future.State.FAILED) {
                    if (acknowledgement.exceptionNow() instanceof RetriableException) {
                        // The broker is away: each further event would wait for it again.
                        return sendings;
                    }
                    document.events().forEach(each -> brokenKeys.add(each.key()));
                    break;
                }
            }
        }
        return sendings;
    }

    private static @Nullable Throwable firstFailure(List<Future<RecordMetadata>> acknowledgements)
            throws InterruptedException {
        Throwable first = null;
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            try {
                acknowledgement.get();
            } catch (ExecutionException e) {
                first = first == null ? e.getCause() : first;
            }
        }
        return first;
    }

    private static ProducerRecord<String, String> record(OutboxEvent event) {
        var record = new ProducerRecord<>(event.topic(), event.key(), event.json());
        Headers headers = record.headers();
        headers.add("content-type", "application/json".getBytes(UTF_8));
        headers.add("ce_specversion", "1.0".getBytes(UTF_8));
        headers.add("ce_id", event.id().toString().getBytes(UTF_8));
        headers.add("ce_source", event.source().getBytes(UTF_8));
        headers.add("ce_type", event.type().getBytes(UTF_8));
        headers.add("ce_subject", event.subject().getBytes(UTF_8));
        headers.add("ce_time", event.time().toString().getBytes(UTF_8));
        headers.add("ce_recordedtime", event.recordedTime().toString().getBytes(UTF_8));
        headers.add("ce_partitionkey", event.key().getBytes(UTF_8));
        return record;
    }
}
