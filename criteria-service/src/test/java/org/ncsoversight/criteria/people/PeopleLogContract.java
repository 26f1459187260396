package org.ncsoversight.criteria.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.PeopleLog.Begun;
import org.ncsoversight.criteria.people.model.PersonChange;
import org.ncsoversight.criteria.people.model.PersonChange.Kind;
import org.ncsoversight.criteria.people.model.PersonChange.Outcome;
import org.ncsoversight.criteria.security.Keepers;

/** What every record of changes must do. */
public abstract class PeopleLogContract {

    private static final PersonId SAM = new PersonId(UUID.fromString("00000000-0000-4000-8000-000000000001"));

    protected abstract PeopleLog log();

    @Test
    void what_was_begun_and_ended_is_read_back() {
        PersonChange change = change("1", "request 1", "99000001");

        assertThat(log().begin(change)).isEqualTo(new Begun.Started(change, false));
        log().end(change, Outcome.DONE, Optional.of(SAM));

        assertThat(log().list(Optional.empty(), 10, Keepers.administrator()))
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.outcome()).isEqualTo(Outcome.DONE);
                    assertThat(read.about()).contains(SAM);
                    assertThat(read)
                            .usingRecursiveComparison()
                            .ignoringFields("outcome", "about")
                            .isEqualTo(change);
                });
    }

    @Test
    void in_one_organisation_one_change_waits_for_the_other() {
        PersonChange first = change("1", "request 1", "99000001");
        log().begin(first);

        assertThat(log().begin(change("2", "request 2", "99000001"))).isInstanceOf(Begun.Busy.class);
        assertThat(log().begin(change("3", "request 3", "99000002"))).isInstanceOf(Begun.Started.class);
        log().end(first, Outcome.REFUSED, Optional.empty());
        assertThat(log().begin(change("4", "request 4", "99000001"))).isInstanceOf(Begun.Started.class);
    }

    @Test
    void the_same_request_after_it_was_done_is_not_begun_again() {
        PersonChange first = change("1", "request 1", "99000001");
        log().begin(first);
        log().end(first, Outcome.DONE, Optional.of(SAM));

        assertThat(log().begin(change("2", "request 1", "99000001")))
                .isInstanceOfSatisfying(
                        Begun.Before.class,
                        before -> assertThat(before.change().about()).contains(SAM));
        assertThat(log().begin(change("3", "request 3", "99000001"))).isInstanceOf(Begun.Started.class);
    }

    @Test
    void the_same_request_is_another_one_after_a_day() {
        PersonChange first = change("1", "request 1", "99000001");
        log().begin(first);
        log().end(first, Outcome.DONE, Optional.of(SAM));
        Instant dayLater = first.at().plus(Duration.ofHours(24));

        assertThat(log().begin(changeAt(dayLater.minusMillis(1), "2", "request 1")))
                .isInstanceOf(Begun.Before.class);
        PersonChange second = changeAt(dayLater, "3", "request 1");
        assertThat(log().begin(second)).isEqualTo(new Begun.Started(second, false));
        log().end(second, Outcome.DONE, Optional.of(SAM));
        assertThat(log().begin(changeAt(dayLater.plusSeconds(1), "4", "request 1")))
                .isInstanceOfSatisfying(
                        Begun.Before.class,
                        before -> assertThat(before.change().id()).isEqualTo("3"));
        assertThat(log().list(Optional.empty(), 10, Keepers.administrator()))
                .extracting(PersonChange::id)
                .containsExactly("3", "1");
    }

    @Test
    void the_same_request_after_it_was_cut_off_is_taken_up_again_as_one() {
        PersonChange first = change("1", "request 1", "99000001");
        log().begin(first);
        log().end(first, Outcome.UNCERTAIN, Optional.empty());

        assertThat(log().begin(change("2", "request 1", "99000001")))
                .isInstanceOfSatisfying(Begun.Started.class, again -> {
                    assertThat(again.resumed()).isTrue();
                    log().end(again.change(), Outcome.DONE, Optional.of(SAM));
                });
        assertThat(log().list(Optional.empty(), 10, Keepers.administrator()))
                .extracting(PersonChange::outcome)
                .containsExactly(Outcome.DONE);
    }

    @Test
    void what_is_taken_up_again_is_told_as_it_is_asked_now() {
        PersonChange first = change("1", "request 1", "99000001");
        log().begin(first);
        log().end(first, Outcome.UNCERTAIN, Optional.empty());

        log().begin(new PersonChange(
                "2",
                first.request(),
                first.at(),
                first.by(),
                first.kind(),
                first.about(),
                first.username(),
                first.organisation(),
                "as contributor",
                Outcome.BEGUN));

        assertThat(log().list(Optional.empty(), 10, Keepers.administrator()))
                .extracting(PersonChange::id, PersonChange::detail)
                .containsExactly(tuple("1", "as contributor"));
    }

    @Test
    void a_lead_reads_of_the_own_organisation_newest_first_and_on_from_where_it_stopped() {
        for (int i = 1; i <= 3; i++) {
            PersonChange own = change("1" + i, "own " + i, "99000001");
            log().begin(own);
            log().end(own, Outcome.DONE, Optional.empty());
        }
        log().begin(change("20", "other", "99000002"));
        var lead = Keepers.lead("lead", "99000001");

        assertThat(log().list(Optional.empty(), 2, lead))
                .extracting(PersonChange::id)
                .containsExactly("13", "12");
        assertThat(log().list(Optional.of("12"), 2, lead))
                .extracting(PersonChange::id)
                .containsExactly("11");
        assertThat(log().list(Optional.empty(), 10, Keepers.administrator())).hasSize(4);
    }

    private static PersonChange change(String id, String request, String ukprn) {
        return changeAt(Instant.parse("2026-11-23T20:00:00Z"), id, request, ukprn);
    }

    private static PersonChange changeAt(Instant at, String id, String request) {
        return changeAt(at, id, request, "99000001");
    }

    private static PersonChange changeAt(Instant at, String id, String request, String ukprn) {
        return new PersonChange(
                id,
                request,
                at,
                "lead",
                Kind.SUSPENDED,
                Optional.empty(),
                "sam",
                Optional.of(new Ukprn(ukprn)),
                "",
                Outcome.BEGUN);
    }
}
