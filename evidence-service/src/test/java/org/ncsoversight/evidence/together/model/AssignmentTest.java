package org.ncsoversight.evidence.together.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;

class AssignmentTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 12, 1);
    private static final Person LEAD = new Person("lead-id", "lead", new ProviderId("99000001"));

    @Test
    void the_due_day_is_the_last_day_and_what_is_done_is_never_overdue() {
        var open = given("anna");

        assertThat(open.isOverdueOn(DUE)).isFalse();
        assertThat(open.isOverdueOn(DUE.plusDays(1))).isTrue();
        assertThat(open.done("Marked as done", LEAD, NOON).isOverdueOn(DUE.plusDays(1)))
                .isFalse();
    }

    @Test
    void passing_it_on_is_said_in_its_history() {
        var passed = given("anna").change(work("ben"), LEAD, NOON);

        assertThat(passed.isFor(new Person("-", "ben", null))).isTrue();
        assertThat(passed.version()).isEqualTo(2);
        assertThat(passed.history())
                .extracting(Assignment.Step::what)
                .containsExactly("Given to anna", "Passed on to ben");
    }

    @Test
    void what_is_due_sooner_sorts_first() {
        assertThat(given("anna").listKey().substring(0, 15)).isEqualTo("001796083200000");
    }

    private static Assignment given(String assignee) {
        return Assignment.give(UUID.randomUUID(), new ProviderId("99000001"), work(assignee), LEAD, NOON);
    }

    private static Assignment.Work work(String assignee) {
        return new Assignment.Work(new CriterionCode("4.3"), null, assignee, DUE, "");
    }
}
