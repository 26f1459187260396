package org.ncsoversight.evidence.planning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.model.Samples.SOUTHBY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.Period;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.planning.model.Section;
import org.ncsoversight.evidence.planning.model.SectionKey;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.planning.store.AssessmentStore.Filter;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.security.VisibleProviders;

/** What every store of self-assessment reports must do. */
public abstract class AssessmentStoreContract {

    private static final VisibleProviders ALL = Callers.assessor("all").visible();
    private static final VisibleProviders ONLY_NORTHMOOR =
            Callers.lead("99000001").visible();
    private static final SectionKey KEY = new SectionKey("4.3");

    protected abstract AssessmentStore store();

    @Test
    void a_section_follows_the_version_before_and_no_other() {
        var draft = add(draft(NORTHMOOR, NOON));

        assertThat(store().write(draft.id(), KEY, section(1))).isTrue();
        assertThat(store().write(draft.id(), KEY, section(1)))
                .as("somebody was first")
                .isFalse();
        assertThat(store().write(draft.id(), KEY, section(3)))
                .as("versions are not skipped")
                .isFalse();
        assertThat(store().write(draft.id(), new SectionKey("overall"), section(1)))
                .as("another section is not in the way")
                .isTrue();
        assertThat(store().write(draft.id(), KEY, section(2))).isTrue();

        var found = store().find(draft.id(), ALL).orElseThrow();
        assertThat(found.version()).isEqualTo(4);
        assertThat(found.section(KEY)).isEqualTo(section(2));
        assertThat(store().add(draft)).isFalse();
    }

    @Test
    void what_is_signed_stays_with_its_content() {
        var draft = add(draft(NORTHMOOR, NOON));
        var signed = draft.sign(new SelfAssessment.Signature(NOON, LEAD, "ab"));
        store().write(draft.id(), KEY, section(1));

        assertThat(store().sign(signed, "content")).as("written meanwhile").isFalse();
        var now = store().find(draft.id(), ALL).orElseThrow().sign(new SelfAssessment.Signature(NOON, LEAD, "ab"));
        assertThat(store().signedContent(draft.id(), ALL)).isEmpty();
        assertThat(store().sign(now, "content")).isTrue();
        assertThat(store().sign(now, "other")).isFalse();
        assertThat(store().write(draft.id(), KEY, section(2))).isFalse();
        assertThat(store().find(draft.id(), ALL)).contains(now);
        assertThat(store().signedContent(draft.id(), ALL)).contains("content");
        assertThat(store().signedContent(draft.id(), Callers.lead("99000002").visible()))
                .isEmpty();
    }

    @Test
    void a_report_has_one_later_version() {
        var draft = add(draft(NORTHMOOR, NOON));
        var signed = draft.sign(new SelfAssessment.Signature(NOON, LEAD, "ab"));
        store().sign(signed, "content");

        assertThat(store().add(signed.next(UUID.randomUUID(), "A figure", LEAD, NOON)))
                .isTrue();
        assertThat(store().add(signed.next(UUID.randomUUID(), "Another", LEAD, NOON)))
                .isFalse();
        add(draft(NORTHMOOR, NOON));
        add(draft(NORTHMOOR, NOON));
    }

    @Test
    void drafts_are_listed_for_their_own_provider_only() {
        var mine = add(draft(NORTHMOOR, NOON));
        var theirs = add(draft(SOUTHBY, NOON.plusSeconds(1)));
        var signed = add(draft(SOUTHBY, NOON.plusSeconds(2)));
        store().sign(signed.sign(new SelfAssessment.Signature(NOON, LEAD, "ab")), "content");

        assertThat(ids(new Filter(null, NORTHMOOR), ALL)).containsExactly(signed.id(), mine.id());
        assertThat(ids(new Filter(null, null), ALL)).containsExactly(signed.id());
        assertThat(ids(new Filter(SOUTHBY, SOUTHBY), ALL)).containsExactly(signed.id(), theirs.id());
        assertThat(ids(new Filter(SOUTHBY, NORTHMOOR), ONLY_NORTHMOOR)).isEmpty();
        assertThat(store().list(new Filter(null, NORTHMOOR), null, 1, ALL).more())
                .isTrue();
        assertThat(store().list(new Filter(null, NORTHMOOR), signed.listKey(), 1, ALL)
                        .assessments())
                .extracting(SelfAssessment::id)
                .containsExactly(mine.id());
    }

    private SelfAssessment add(SelfAssessment assessment) {
        store().add(assessment);
        return assessment;
    }

    private static Section section(long version) {
        return new Section(version, "Text", "Strong", "Weak", NOON, "lead");
    }

    private static SelfAssessment draft(ProviderId provider, Instant at) {
        return new SelfAssessment(
                UUID.randomUUID(),
                1,
                provider,
                "matrix-ncs-4e",
                new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")),
                2,
                UUID.randomUUID(),
                "A figure was wrong",
                Map.of(),
                new SelfAssessment.Started(at, LEAD),
                null);
    }

    private List<UUID> ids(Filter filter, VisibleProviders visible) {
        return store().list(filter, null, 10, visible).assessments().stream()
                .map(SelfAssessment::id)
                .toList();
    }
}
