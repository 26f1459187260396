package org.ncsoversight.evidence.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;

/** Evidence to test with. */
public final class Samples {

    public static final ProviderId NORTHMOOR = new ProviderId("99000001");
    public static final ProviderId SOUTHBY = new ProviderId("99000002");
    public static final Person LEAD = new Person("lead-id", "lead", NORTHMOOR);
    public static final Person ASSESSOR = new Person("assessor-id", "assessor", null);
    public static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private Samples() {}

    public static Content content(String... codes) {
        var criteria = new TreeMap<CriterionCode, Integer>();
        for (String code : codes) {
            criteria.put(new CriterionCode(code), 1);
        }
        return new Content(
                "matrix-ncs-4e",
                criteria,
                "Survey of clients",
                "What clients said",
                Voice.CLIENT,
                new Period(LocalDate.parse("2026-04-01"), LocalDate.parse("2026-09-30")),
                LocalDate.parse("2027-09-30"));
    }

    public static EvidenceEvent.Submitted submitted(ProviderId provider, Instant at, String... codes) {
        return Evidence.submit(
                new EvidenceId(UUID.randomUUID()),
                provider,
                content(codes),
                List.of(new EvidenceFile(UUID.randomUUID(), "survey.pdf", "application/pdf", 14, "ab".repeat(32))),
                Evidence.Step.first(new Person("lead-of-" + provider, "lead", provider), at),
                UUID.randomUUID());
    }

    public static EvidenceEvent.Submitted submitted() {
        return submitted(NORTHMOOR, NOON, "1.7", "4.3");
    }
}
