package org.ncsoversight.evidence.planning.model;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.model.Voice;

/** Improvement actions to test with. */
public final class Improvements {

    public static final LocalDate DUE = LocalDate.parse("2026-12-31");
    public static final Person OTHER = new Person("other-id", "other", Samples.NORTHMOOR);

    private Improvements() {}

    public static Improvement improvement(String owner, LocalDate due, String... codes) {
        return new Improvement(
                "Ask clients sooner",
                "Every client is asked within a week",
                "matrix-ncs-4e",
                Stream.of(codes).map(CriterionCode::new).collect(Collectors.toCollection(TreeSet::new)),
                owner,
                due,
                List.of(
                        new Source.Gap(new CriterionCode("4.3"), Voice.CLIENT),
                        new Source.Gap(new CriterionCode("4.3"), null),
                        new Source.Theme("waiting-times", "Clients wait too long"),
                        new Source.Theme(null, "Letters are hard to read"),
                        new Source.Area("report-7", new CriterionCode("4.3"), "Ask more clients"),
                        new Source.Item(new EvidenceId(new UUID(1, 2)))));
    }

    public static ImprovementAction proposed(ProviderId provider, LocalDate due, String... codes) {
        return ImprovementAction.propose(
                UUID.randomUUID(), provider, improvement("lead", due, codes), Samples.LEAD, Samples.NOON);
    }

    /** Agreed by the lead, done by a colleague, owned by the lead. */
    public static ImprovementAction done(ImprovementAction proposed) {
        return proposed.move(ActionState.AGREED, null, Samples.LEAD, Samples.NOON)
                .move(ActionState.IN_PROGRESS, null, OTHER, Samples.NOON)
                .move(ActionState.DONE, "Asked all", OTHER, Samples.NOON);
    }
}
