package org.ncsoversight.criteria.standard.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.standard.drafting.PrepareDraft.Result;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.drafting.Draft;
import org.ncsoversight.criteria.standard.publishing.PublishBundledEdition;
import org.ncsoversight.criteria.standard.store.EditionPublished;
import org.ncsoversight.criteria.store.InMemoryDraftStore;
import org.ncsoversight.criteria.store.InMemoryEditionStore;

class PreparingDraftsTest {

    private static final EditionId COMING = new EditionId("coming");
    private static final CriterionCode ONE = CriterionCode.of("1.1");

    private final InMemoryEditionStore editions = new InMemoryEditionStore();
    private final InMemoryDraftStore drafts = new InMemoryDraftStore();
    private final PrepareDraft preparing = new PrepareDraft(drafts, editions);
    private final Edition bundled = PublishBundledEdition.bundled();

    PreparingDraftsTest() throws IOException {}

    @BeforeEach
    void one_edition_is_in_force() {
        new PublishBundledEdition(editions, Clock.systemUTC()).publish(bundled);
    }

    @Test
    void a_new_draft_follows_the_latest_edition_even_before_it_is_in_force() {
        publishComing();

        Draft draft = ((Result.Saved) preparing.copy("after-that")).draft();

        assertThat(draft.basedOn()).contains(COMING);
        assertThat(draft.edition().mappings())
                .hasSize(27)
                .extracting(Mapping::fromEdition)
                .containsOnly(COMING);
    }

    @Test
    void a_draft_begun_before_another_edition_was_published_is_based_on_that_one() {
        Draft begun = ((Result.Saved) preparing.copy("after-that")).draft();
        publishComing();

        Draft draft = ((Result.Saved) preparing.rebase(begun.id(), OptionalLong.of(1))).draft();

        assertThat(preparing.isBaseChanged(begun)).isTrue();
        assertThat(preparing.isBaseChanged(draft)).isFalse();
        assertThat(draft.version()).isEqualTo(2);
        assertThat(draft.edition().mappings())
                .hasSize(27)
                .extracting(Mapping::fromEdition, Mapping::from, Mapping::kind)
                .contains(
                        tuple(COMING, ONE, Mapping.Kind.CHANGED),
                        tuple(COMING, CriterionCode.of("1.2"), Mapping.Kind.SAME));
        assertThat(preparing.rebase(begun.id(), OptionalLong.empty())).isEqualTo(new Result.Saved(draft));
    }

    private void publishComing() {
        var contents = bundled.contents()
                .withCriteria(
                        List.of(bundled.criterion(ONE).orElseThrow().withTexts("Other words", "Other things.", "")));
        var coming = new Edition(
                COMING,
                1,
                contents,
                LocalDate.of(2098, 4, 1),
                Optional.empty(),
                Edition.State.IN_FORCE,
                Optional.of(new Edition.Replacement(bundled.id(), LocalDate.of(2098, 3, 31))),
                List.of(),
                Edition.Source.ADMINISTRATOR);
        editions.add(new EditionPublished(UUID.randomUUID(), Instant.EPOCH, coming));
    }
}
