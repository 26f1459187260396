package org.ncsoversight.reporting.folding;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.contract.Wire;
import org.ncsoversight.reporting.heard.EditionMessage;
import org.ncsoversight.reporting.heard.Heard;
import org.ncsoversight.reporting.heard.Hearing;

/** Keeps the newest version of every edition within reach of all tasks; the read model sets aside what is unreadable. */
final class KeepEditions implements Processor<String, byte[], Void, Void> {

    private final Hearing hearing;
    private @Nullable KeyValueStore<String, String> editions;

    KeepEditions(Hearing hearing) {
        this.hearing = hearing;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        editions = context.getStateStore(ReadinessTopology.EDITIONS_STORE);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (editions == null) {
            throw new IllegalStateException("Not initialised");
        }
        if (hearing.hear(record.key(), record.headers(), record.value()) instanceof Heard.Edition(var edition)) {
            String known = editions.get(edition.edition());
            if (known == null
                    || Wire.JSON.readValue(known, EditionMessage.class).version() < edition.version()) {
                editions.put(edition.edition(), Wire.JSON.writeValueAsString(edition));
            }
        }
    }
}
