package org.ncsoversight.evidence.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.model.Samples.SOUTHBY;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.readiness.Readiness.Heard;
import org.ncsoversight.evidence.readiness.Readiness.Judged;
import org.ncsoversight.evidence.readiness.Readiness.Reason;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.security.VisibleProviders;

/** What everything that keeps published readiness must do. */
public abstract class KnownReadinessContract {

    private static final VisibleProviders OWN = Callers.lead("99000001").own();

    protected abstract KnownReadiness readiness();

    @Test
    void it_is_known_as_it_was_published() {
        var published = readiness(3, Band.AT_RISK, NOON, NOON.minusSeconds(1));
        readiness().keep(published);

        assertThat(readiness().of(NORTHMOOR, OWN)).contains(published);
    }

    @Test
    void before_the_first_there_is_none() {
        readiness().keepHeard(NORTHMOOR, 1, new Heard(NOON, null));

        assertThat(readiness().of(NORTHMOOR, OWN)).isEmpty();
    }

    @Test
    void the_highest_version_wins_in_any_order_and_however_often_it_is_told() {
        readiness().keep(readiness(2, Band.READY, NOON, null));
        readiness().keep(readiness(1, Band.GATHERING, NOON.minusSeconds(9), null));
        readiness().keep(readiness(2, Band.READY, NOON, null));

        assertThat(band()).contains(Band.READY);
        readiness().keep(readiness(10, Band.AT_RISK, NOON, null));
        assertThat(band()).contains(Band.AT_RISK);
    }

    @Test
    void what_was_heard_since_may_come_before_or_after_and_never_takes_anything_back() {
        readiness().keepHeard(NORTHMOOR, 5, new Heard(NOON.plusSeconds(5), NOON.plusSeconds(4)));
        readiness().keepHeard(NORTHMOOR, 4, new Heard(NOON.plusSeconds(3), NOON.plusSeconds(2)));
        readiness().keep(readiness(2, Band.READY, NOON, NOON.minusSeconds(1)));

        assertThat(heard()).contains(new Heard(NOON.plusSeconds(5), NOON.plusSeconds(4)));
        readiness().keep(readiness(3, Band.READY, NOON.plusSeconds(9), NOON.plusSeconds(8)));
        assertThat(heard()).contains(new Heard(NOON.plusSeconds(9), NOON.plusSeconds(8)));
    }

    @Test
    void while_reporting_does_not_say_how_far_evidence_was_heard_its_own_time_counts() {
        readiness().keep(readiness(1, Band.READY, NOON, null));
        readiness().keepHeard(NORTHMOOR, 1, new Heard(NOON.plusSeconds(5), null));

        assertThat(heard()).map(Heard::ofEvidence).contains(NOON.plusSeconds(5));
        readiness().keepHeard(NORTHMOOR, 2, new Heard(NOON.plusSeconds(7), NOON.plusSeconds(6)));
        assertThat(heard()).map(Heard::ofEvidence).contains(NOON.plusSeconds(6));
    }

    @Test
    void nobody_sees_anothers() {
        readiness().keep(readiness(1, Band.READY, NOON, null));

        assertThat(readiness().of(NORTHMOOR, Callers.lead("99000002").own())).isEmpty();
        assertThat(readiness().of(SOUTHBY, OWN)).isEmpty();
    }

    private Optional<Band> band() {
        return readiness()
                .of(NORTHMOOR, OWN)
                .flatMap(known -> known.of(new CriterionCode("4.3")))
                .map(Judged::band);
    }

    private Optional<Heard> heard() {
        return readiness().of(NORTHMOOR, OWN).map(Readiness::heard);
    }

    protected static Readiness readiness(long version, Band band, Instant at, @Nullable Instant evidenceUpTo) {
        var reason = new Reason("lapses-soon", Map.of("voice", "client", "date", "2026-12-23"));
        return new Readiness(
                NORTHMOOR,
                version,
                "matrix-ncs-4e",
                new Heard(at, evidenceUpTo),
                List.of(
                        new Judged(new CriterionCode("1.7"), Band.READY, List.of()),
                        new Judged(new CriterionCode("4.3"), band, List.of(reason))));
    }
}
