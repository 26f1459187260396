package org.ncsoversight.feedback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.feedback.importing.Samples.NOW;
import static org.ncsoversight.feedback.importing.Samples.refused;
import static org.ncsoversight.feedback.importing.Samples.response;
import static org.ncsoversight.feedback.importing.Samples.writing;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.feedback.importing.ImportStore.Commit;
import org.ncsoversight.feedback.importing.ImportedFile.Counts;
import org.ncsoversight.feedback.importing.ImportedFile.State;
import org.ncsoversight.feedback.model.FileOwner;
import org.ncsoversight.feedback.model.Ukprn;
import org.ncsoversight.feedback.security.Callers;

/** What every import store must do. */
public abstract class ImportStoreContract {

    private static final FileOwner ORGANISATION = FileOwner.organisation(new Ukprn("99000001"));
    private static final Counts COUNTS = new Counts(4, 2, 1, 1);

    private ImportStore store;

    protected abstract ImportStore store();

    @BeforeEach
    void start() {
        store = store();
    }

    @Test
    void each_order_is_higher_than_the_one_before() {
        long first = store.nextOrder();

        assertThat(store.nextOrder()).isGreaterThan(first);
    }

    @Test
    void an_import_cannot_be_seen_before_it_is_committed() {
        var file = begun("a");

        assertThat(store.find(file.id(), Callers.all())).isEmpty();

        store.commit(file);
        assertThat(store.find(file.id(), Callers.all())).contains(file.committed());

        store.applied(file.committed(), COUNTS);
        assertThat(store.find(file.id(), Callers.all())).contains(file.applied(COUNTS));
    }

    @Test
    void one_at_a_time_applies_a_committed_import_until_it_is_done_gives_up_or_dies() {
        var file = begun("a");
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        assertThat(store.hold(file.id(), one, NOW, NOW.plusSeconds(30))).isFalse();
        store.commit(file);

        assertThat(store.hold(file.id(), one, NOW, NOW.plusSeconds(30))).isTrue();
        assertThat(store.hold(file.id(), other, NOW.plusSeconds(29), NOW.plusSeconds(60)))
                .isFalse();
        assertThat(store.hold(file.id(), one, NOW.plusSeconds(29), NOW.plusSeconds(60)))
                .isTrue();
        assertThat(store.hold(file.id(), other, NOW.plusSeconds(61), NOW.plusSeconds(90)))
                .isTrue();
        store.release(file.id(), one);
        assertThat(store.hold(file.id(), one, NOW.plusSeconds(61), NOW.plusSeconds(90)))
                .isFalse();
        store.release(file.id(), other);
        assertThat(store.hold(file.id(), one, NOW.plusSeconds(61), NOW.plusSeconds(90)))
                .isTrue();
    }

    @Test
    void a_committed_import_says_how_far_it_has_come_and_what_it_touched() {
        var file = begun("a");
        store.commit(file);
        var october = new ProviderMonth(new Ukprn("99000001"), YearMonth.of(2026, 10));
        var september = new ProviderMonth(new Ukprn("99000002"), YearMonth.of(2026, 9));

        store.touch(file.id(), Set.of(october));
        store.touch(file.id(), Set.of(october, september));
        store.progress(file.id(), 1);

        assertThat(store.touched(file.id())).containsExactlyInAnyOrder(october, september);
        assertThat(store.find(file.id(), Callers.all()))
                .hasValueSatisfying(found -> assertThat(found.chunksApplied()).isEqualTo(1));
    }

    @Test
    void a_chunk_is_there_until_the_import_is_applied() {
        var file = begun("a");
        store.commit(file);

        assertThat(store.chunk(file.id(), 0)).contains(List.of(response("1", "99000001", "5")));

        store.applied(file.committed(), COUNTS);

        assertThat(store.chunk(file.id(), 0)).isEmpty();
    }

    @Test
    void of_two_imports_of_one_file_the_first_to_commit_counts() {
        var first = begun("a");
        var second = begun("a");

        assertThat(store.commit(first)).isEqualTo(new Commit.Committed(first.committed()));
        assertThat(store.commit(second)).isEqualTo(new Commit.Earlier(first.committed()));
        assertThat(store.committedAs(first.claim())).contains(first.committed());
    }

    @Test
    void a_file_may_come_again_once_a_later_one_of_its_owner_was_committed() {
        var first = begun("abc");
        store.commit(first);

        store.supersede(first.owner(), first.order());
        store.supersede(FileOwner.organisation(new Ukprn("99000009")), first.order() + 1);
        assertThat(store.committedAs(first.claim())).isPresent();
        store.supersede(first.owner(), first.order() + 1);

        assertThat(store.committedAs(first.claim())).isEmpty();
        var again = begun("abc");
        assertThat(store.commit(again)).isEqualTo(new Commit.Committed(again.committed()));
    }

    @Test
    void the_same_file_of_another_owner_is_another_import() {
        var programme = begun("a");
        var organisation = writing(ORGANISATION, "a", 0);
        store.begin(organisation);

        assertThat(store.commit(programme)).isInstanceOf(Commit.Committed.class);
        assertThat(store.commit(organisation)).isInstanceOf(Commit.Committed.class);
    }

    @Test
    void an_abandoned_import_can_no_longer_be_committed() {
        var file = begun("a");

        store.abandon(file);

        assertThat(store.commit(file)).isEqualTo(new Commit.Abandoned());
        assertThat(store.chunk(file.id(), 0)).isEmpty();
    }

    @Test
    void a_committed_import_can_no_longer_be_abandoned() {
        var file = begun("a");
        store.commit(file);

        store.abandon(file);

        assertThat(store.in(State.COMMITTED, NOW.plusSeconds(1))).containsExactly(file.committed());
        assertThat(store.chunk(file.id(), 0)).isPresent();
    }

    @Test
    void applied_twice_the_first_counts_stand() {
        var file = begun("a");
        store.commit(file);
        store.applied(file.committed(), COUNTS);

        assertThat(store.applied(file.committed(), new Counts(4, 0, 3, 1))).isEqualTo(file.applied(COUNTS));
    }

    @Test
    void imports_are_found_by_state_and_age() {
        var file = begun("a");

        assertThat(store.in(State.WRITING, NOW)).isEmpty();
        assertThat(store.in(State.WRITING, NOW.plusSeconds(1))).containsExactly(file);
        assertThat(store.in(State.COMMITTED, NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void a_refused_file_can_be_looked_at_by_its_owner_until_it_is_forgotten() {
        var file = refused(ORGANISATION);
        store.refuse(file);

        assertThat(store.find(file.id(), Callers.only("99000001"))).contains(file);
        assertThat(store.find(file.id(), Callers.only("99000002"))).isEmpty();
        assertThat(store.find(file.id(), Callers.none())).isEmpty();

        store.forgetRefused(NOW.plusSeconds(1));

        assertThat(store.find(file.id(), Callers.only("99000001"))).isEmpty();
    }

    @Test
    void an_organisation_sees_nothing_of_the_programme() {
        var file = refused(FileOwner.PROGRAMME);
        store.refuse(file);

        assertThat(store.find(file.id(), Callers.only("99000001"))).isEmpty();
        assertThat(store.find(file.id(), Callers.all())).isPresent();
    }

    private ImportedFile begun(String sha256) {
        var file = writing(FileOwner.PROGRAMME, sha256, 1);
        store.begin(file);
        store.write(file.id(), 0, List.of(response("1", "99000001", "5")));
        return file;
    }
}
