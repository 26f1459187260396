package org.ncsoversight.evidence.registers.contract;

import java.util.List;
import org.ncsoversight.evidence.model.EvidenceTopic;
import org.ncsoversight.evidence.registers.model.RegisterCounts;
import org.ncsoversight.outbox.OutboxEvent;
import tools.jackson.databind.json.JsonMapper;

/** What a register counts, as contracts/ promises it: codes and numbers, nothing of what stands in its rows. */
public record RegisterCountedMessage(String register, long version, String ukprn, String asOf, List<Measure> measures) {

    static final String TYPE = "org.ncsoversight.evidence.register-counted.v1";

    /** One measure's count. */
    public record Measure(String code, long numerator, long denominator) {}

    static RegisterCountedMessage of(RegisterCounts counts) {
        return new RegisterCountedMessage(
                counts.register(),
                counts.version(),
                counts.provider().ukprn(),
                counts.asOf().toString(),
                counts.measures().stream()
                        .map(count -> new Measure(count.measure(), count.numerator(), count.denominator()))
                        .toList());
    }

    public static OutboxEvent outboxEvent(RegisterCounts.Counted counted, JsonMapper json) {
        var counts = counted.counts();
        return new OutboxEvent(
                counted.eventId(),
                EvidenceTopic.NAME,
                counts.provider().ukprn(),
                TYPE,
                EvidenceTopic.SOURCE,
                counts.provider() + "/" + counts.register(),
                counted.at(),
                counted.at(),
                json.writeValueAsString(of(counts)));
    }
}
