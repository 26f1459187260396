package org.ncsoversight.criteria.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.drafting.Draft;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;
import org.ncsoversight.criteria.standard.publishing.PublishBundledEdition;
import org.ncsoversight.criteria.standard.store.DraftStore;
import org.ncsoversight.criteria.standard.store.EditionPublished;
import org.ncsoversight.criteria.standard.store.EditionStore;

/** What the stores of editions and drafts must do, in memory and in MongoDB. */
public abstract class StandardStoreContract {

    private static final CriterionCode ONE = CriterionCode.of("1.1");
    private static final EditionId NEXT = new EditionId("matrix-ncs-5e");

    private final Edition bundled = PublishBundledEdition.bundled();

    protected StandardStoreContract() throws IOException {}

    protected abstract EditionStore editions();

    protected abstract DraftStore drafts();

    @Test
    void what_an_edition_said_at_each_version_stays_readable() {
        editions().add(published(bundled));
        Edition ended = bundled.endingOn(LocalDate.of(2027, 3, 31));
        editions().replace(published(ended));
        editions().replace(published(ended.superseded()));

        assertThat(editions().find(bundled.id(), 1)).contains(bundled);
        assertThat(editions().find(bundled.id(), 2)).contains(ended);
        assertThat(editions().find(bundled.id(), 3)).contains(ended.superseded());
        assertThat(editions().find(bundled.id(), 4)).isEmpty();
        assertThat(editions().find(NEXT, 1)).isEmpty();
        assertThat(editions().versions()).isEqualTo(Map.of(bundled.id(), 3L));
    }

    @Test
    void the_later_of_two_editions_in_force_leads() {
        Edition next = following();
        editions().add(published(bundled));
        editions().add(published(next));

        assertThat(editions().find(NEXT)).contains(next);
        assertThat(editions().leadingOn(LocalDate.of(2027, 3, 31))).contains(bundled);
        assertThat(editions().leadingOn(LocalDate.of(2027, 4, 1))).contains(next);
        assertThat(editions().leadingOn(LocalDate.of(2000, 1, 1))).isEmpty();
    }

    @Test
    void a_draft_comes_back_as_it_was_kept() {
        Draft draft = draft();

        assertThat(drafts().add(draft)).isTrue();
        assertThat(drafts().add(draft)).isFalse();
        assertThat(drafts().find(NEXT)).contains(draft);
        assertThat(drafts().all()).containsExactly(draft);
    }

    @Test
    void only_the_next_version_of_a_draft_replaces_it() {
        Draft draft = draft();
        drafts().add(draft);

        assertThat(drafts().replace(draft.with(bundled.contents().titled("Mine"))))
                .isTrue();
        assertThat(drafts().replace(draft.with(bundled.contents().titled("Too late"))))
                .isFalse();
        assertThat(drafts().find(NEXT).orElseThrow().contents().title()).isEqualTo("Mine");
    }

    @Test
    void a_draft_is_removed_once() {
        drafts().add(draft());

        assertThat(drafts().remove(NEXT)).isTrue();
        assertThat(drafts().remove(NEXT)).isFalse();
        assertThat(drafts().find(NEXT)).isEmpty();
    }

    private Draft draft() {
        var mapping = new Mapping(bundled.id(), ONE, List.of(ONE), Mapping.Kind.SAME);
        var portable = new PortableEdition(
                NEXT, bundled.contents(), Optional.of(LocalDate.of(2027, 4, 1)), Optional.empty(), List.of(mapping));
        return new Draft(1, portable, Optional.of(bundled.id()), Set.of(ONE, CriterionCode.of("4.8")));
    }

    private Edition following() {
        return new Edition(
                NEXT,
                1,
                bundled.contents(),
                LocalDate.of(2027, 4, 1),
                Optional.empty(),
                Edition.State.IN_FORCE,
                Optional.of(new Edition.Replacement(bundled.id(), LocalDate.of(2027, 9, 30))),
                List.of(new Mapping(bundled.id(), ONE, List.of(ONE, CriterionCode.of("4.8")), Mapping.Kind.SPLIT)),
                Edition.Source.ADMINISTRATOR);
    }

    private static EditionPublished published(Edition edition) {
        return new EditionPublished(UUID.randomUUID(), Instant.parse("2026-11-23T09:00:00Z"), edition);
    }
}
