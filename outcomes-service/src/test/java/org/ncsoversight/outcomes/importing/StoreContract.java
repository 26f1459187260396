package org.ncsoversight.outcomes.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.outcomes.ClaimRows;
import org.ncsoversight.outcomes.importing.ImportStore.Commit;
import org.ncsoversight.outcomes.importing.ImportedFile.Counts;
import org.ncsoversight.outcomes.importing.ImportedFile.Mode;
import org.ncsoversight.outcomes.importing.ImportedFile.State;
import org.ncsoversight.outcomes.model.AgeBand;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimEvent.ClaimRecorded;
import org.ncsoversight.outcomes.model.ClaimId;
import org.ncsoversight.outcomes.model.ClientPseudonym;
import org.ncsoversight.outcomes.model.FileOwner;
import org.ncsoversight.outcomes.model.OutcomeType;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.outcomes.model.Ukprn;
import org.ncsoversight.outcomes.security.Callers;
import org.ncsoversight.outcomes.viewing.Claims;
import org.ncsoversight.outcomes.viewing.Claims.MonthlyCount;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;

/** What the stores must do: those in memory, in milliseconds; those on MongoDB at verify. */
public abstract class StoreContract {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    protected abstract ImportStore imports();

    protected abstract ClaimStore claims();

    protected abstract Claims view();

    @Test
    void a_new_claim_is_found_as_it_was_written() {
        var claim = claim(1, 1, ClaimRows.PRIME);

        assertThat(claims().write(List.of(recorded(claim)), 7)).isTrue();

        assertThat(claims().find(List.of(claim.id(), new ClaimId(new UUID(9, 9)))))
                .containsExactlyEntriesOf(java.util.Map.of(claim.id(), new ClaimStore.Stored(claim, 7, 7)));
    }

    @Test
    void a_claim_is_not_written_over_a_version_that_is_not_the_one_before() {
        var first = claim(1, 1, ClaimRows.PRIME);
        claims().write(List.of(recorded(first)), 1);

        assertThat(claims().write(List.of(recorded(first)), 2)).isFalse();
        assertThat(claims().write(List.of(recorded(first.withVersion(3))), 2)).isFalse();
        assertThat(claims().find(List.of(first.id())).get(first.id()).order()).isEqualTo(1);
    }

    @Test
    void a_changed_claim_takes_the_place_of_the_version_before() {
        var first = claim(1, 1, ClaimRows.PRIME);
        claims().write(List.of(recorded(first)), 1);

        assertThat(claims().write(List.of(recorded(first.withVersion(2)), recorded(claim(2, 1, ClaimRows.OTHER))), 2))
                .isTrue();

        assertThat(claims().find(List.of(first.id())).get(first.id()))
                .isEqualTo(new ClaimStore.Stored(first.withVersion(2), 2, 2));
    }

    @Test
    void what_a_later_import_confirmed_an_earlier_one_does_not_change() {
        var first = claim(1, 1, ClaimRows.PRIME);
        claims().write(List.of(recorded(first)), 1);

        assertThat(claims().confirm(List.of(first), 3)).isTrue();
        assertThat(claims().confirm(List.of(first), 2)).isTrue();

        assertThat(claims().find(List.of(first.id())).get(first.id())).isEqualTo(new ClaimStore.Stored(first, 1, 3));
        assertThat(claims().write(List.of(recorded(first.withVersion(2))), 2)).isFalse();
        assertThat(claims().write(List.of(recorded(first.withVersion(2))), 4)).isTrue();
        assertThat(claims().confirm(List.of(first), 5)).isFalse();
    }

    @Test
    void claims_are_listed_in_pages_and_only_those_of_visible_providers() {
        claims().write(
                        List.of(
                                recorded(claim(1, 1, ClaimRows.PRIME)),
                                recorded(claim(2, 1, ClaimRows.OTHER)),
                                recorded(claim(3, 1, ClaimRows.PRIME))),
                        1);
        var own = Callers.leadOf(ClaimRows.PRIME).sees();

        var first = view().page(own, Optional.empty(), 1);
        var second = view().page(own, Optional.of(first.getFirst().id()), 5);

        assertThat(first).containsExactly(claim(1, 1, ClaimRows.PRIME));
        assertThat(second).containsExactly(claim(3, 1, ClaimRows.PRIME));
        assertThat(view().page(Callers.contractManager().sees(), Optional.empty(), 5))
                .hasSize(3);
    }

    @Test
    void claims_are_counted_by_month_and_type_for_visible_providers_only() {
        claims().write(
                        List.of(
                                recorded(claim(1, 1, ClaimRows.PRIME)),
                                recorded(claim(2, 1, ClaimRows.OTHER)),
                                recorded(claim(3, 1, ClaimRows.PRIME))),
                        1);
        claims().recount(List.of(
                new ProviderMonth(ClaimRows.PRIME, YearMonth.of(2026, 10)),
                new ProviderMonth(ClaimRows.OTHER, YearMonth.of(2026, 10))));

        assertThat(view().monthlyCounts(Callers.leadOf(ClaimRows.PRIME).sees()))
                .containsExactly(
                        new MonthlyCount(ClaimRows.PRIME, YearMonth.of(2026, 10), OutcomeType.CAREER_MANAGEMENT, 2, 2));
        assertThat(view().monthlyCounts(Callers.contractManager().sees())).hasSize(2);
    }

    @Test
    void orders_count_up() {
        assertThat(imports().nextOrder()).isLessThan(imports().nextOrder());
    }

    @Test
    void the_same_file_is_committed_once() {
        var first = writing("abc");
        var second = writing("abc");
        imports().begin(first);
        imports().begin(second);

        assertThat(imports().commit(first)).isEqualTo(new Commit.Committed(first.committed()));
        assertThat(imports().commit(second)).isEqualTo(new Commit.Earlier(first.committed()));
        assertThat(imports().committedAs(first.identity())).contains(first.committed());
    }

    @Test
    void a_file_may_come_again_once_a_later_one_of_its_owner_was_committed() {
        var first = writing("abc");
        imports().begin(first);
        imports().commit(first);

        imports().supersede(first.owner(), first.touchpoint(), first.order());
        imports().supersede(FileOwner.PROGRAMME, first.touchpoint(), first.order() + 1);
        imports().supersede(first.owner(), new Touchpoint("0000000202"), first.order() + 1);
        assertThat(imports().committedAs(first.identity())).isPresent();
        imports().supersede(first.owner(), first.touchpoint(), first.order() + 1);

        assertThat(imports().committedAs(first.identity())).isEmpty();
        var again = writing("abc");
        imports().begin(again);
        assertThat(imports().commit(again)).isEqualTo(new Commit.Committed(again.committed()));
    }

    @Test
    void chunks_are_kept_until_the_import_is_applied() {
        var file = writing("abc");
        imports().begin(file);
        imports().write(file.id(), 0, List.of(claim(1, 0, ClaimRows.PRIME)));
        imports().commit(file);
        assertThat(imports().chunk(file.id(), 0)).contains(List.of(claim(1, 0, ClaimRows.PRIME)));

        var applied = imports().applied(file.committed(), new Counts(2, 1, 0, 1));

        assertThat(applied).isEqualTo(file.applied(new Counts(2, 1, 0, 1)));
        assertThat(imports().chunk(file.id(), 0)).isEmpty();
        assertThat(imports().applied(file.committed(), new Counts(2, 0, 1, 1))).isEqualTo(applied);
    }

    @Test
    void one_at_a_time_applies_a_committed_import_until_it_is_done_gives_up_or_dies() {
        var file = writing("abc");
        imports().begin(file);
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        assertThat(imports().hold(file.id(), one, NOW, NOW.plusSeconds(30))).isFalse();
        imports().commit(file);

        assertThat(imports().hold(file.id(), one, NOW, NOW.plusSeconds(30))).isTrue();
        assertThat(imports().hold(file.id(), other, NOW.plusSeconds(29), NOW.plusSeconds(60)))
                .isFalse();
        assertThat(imports().hold(file.id(), one, NOW.plusSeconds(29), NOW.plusSeconds(60)))
                .isTrue();
        assertThat(imports().hold(file.id(), other, NOW.plusSeconds(61), NOW.plusSeconds(90)))
                .isTrue();
        imports().release(file.id(), one);
        assertThat(imports().hold(file.id(), one, NOW.plusSeconds(61), NOW.plusSeconds(90)))
                .isFalse();
        imports().release(file.id(), other);
        assertThat(imports().hold(file.id(), one, NOW.plusSeconds(61), NOW.plusSeconds(90)))
                .isTrue();
    }

    @Test
    void a_committed_import_says_how_far_it_has_come_and_what_it_touched() {
        var file = writing("abc");
        imports().begin(file);
        imports().commit(file);
        var month = new ProviderMonth(ClaimRows.PRIME, YearMonth.of(2026, 10));

        imports().touch(file.id(), Set.of(month));
        imports().touch(file.id(), Set.of(month, new ProviderMonth(ClaimRows.OTHER, YearMonth.of(2026, 9))));
        imports().progress(file.id(), 1);

        assertThat(imports().touched(file.id()))
                .containsExactlyInAnyOrder(month, new ProviderMonth(ClaimRows.OTHER, YearMonth.of(2026, 9)));
        assertThat(imports().find(file.id(), Callers.leadOf(ClaimRows.PRIME).importsFor()))
                .hasValueSatisfying(found -> {
                    assertThat(found.state()).isEqualTo(State.COMMITTED);
                    assertThat(found.chunksApplied()).isEqualTo(1);
                });
    }

    @Test
    void an_abandoned_import_can_no_longer_be_committed() {
        var file = writing("abc");
        imports().begin(file);
        imports().write(file.id(), 0, List.of(claim(1, 0, ClaimRows.PRIME)));

        imports().abandon(file);

        assertThat(imports().commit(file)).isEqualTo(new Commit.Abandoned());
        assertThat(imports().chunk(file.id(), 0)).isEmpty();
    }

    @Test
    void a_committed_import_cannot_be_abandoned() {
        var file = writing("abc");
        imports().begin(file);
        imports().commit(file);

        imports().abandon(file);

        assertThat(imports().in(State.COMMITTED, NOW.plusSeconds(1))).containsExactly(file.committed());
        assertThat(imports().in(State.COMMITTED, NOW)).isEmpty();
    }

    @Test
    void a_refused_import_is_shown_to_its_owner_until_it_is_forgotten() {
        var file = refused();
        imports().refuse(file);

        assertThat(imports().find(file.id(), Callers.leadOf(ClaimRows.PRIME).importsFor()))
                .contains(file);
        assertThat(imports().find(file.id(), Callers.contractManager().importsFor()))
                .contains(file);
        assertThat(imports().find(file.id(), Callers.leadOf(ClaimRows.OTHER).importsFor()))
                .isEmpty();
        imports().forgetRefused(NOW.plusSeconds(1));
        assertThat(imports().find(file.id(), Callers.contractManager().importsFor()))
                .isEmpty();
    }

    protected static ClaimRecorded recorded(Claim claim) {
        return new ClaimRecorded(new UUID(claim.version(), claim.id().value().getLeastSignificantBits()), NOW, claim);
    }

    protected static Claim claim(int number, long version, Ukprn provider) {
        return new Claim(
                new ClaimId(new UUID(1, number)),
                version,
                provider,
                ClaimRows.TOUCHPOINT,
                new ClientPseudonym("ab".repeat(32)),
                AgeBand.FROM_25_TO_49,
                OutcomeType.CAREER_MANAGEMENT,
                true,
                LocalDate.parse("2026-09-01"),
                LocalDate.parse("2026-10-14"));
    }

    private static ImportedFile writing(String sha256) {
        return file(State.WRITING, sha256, List.of());
    }

    private static ImportedFile refused() {
        return file(State.REFUSED, "abc", List.of(new BadRow(2, "SessionDate", "missing", "Enter a value")));
    }

    private static ImportedFile file(State state, String sha256, List<BadRow> badRows) {
        return new ImportedFile(
                new ImportId(UUID.randomUUID()),
                state,
                FileOwner.organisation(ClaimRows.PRIME),
                ClaimRows.TOUCHPOINT,
                Mode.ALL,
                sha256,
                NOW,
                5,
                1,
                0,
                new Counts(2, 0, 0, 1),
                badRows.size(),
                badRows,
                new ReadAs("CSV", "semicolon", "Windows-1252", "", 2, List.of("colour"), List.of("Look at this")));
    }
}
