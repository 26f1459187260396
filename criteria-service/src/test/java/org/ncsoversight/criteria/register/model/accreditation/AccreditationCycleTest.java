package org.ncsoversight.criteria.register.model.accreditation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ncsoversight.criteria.register.model.accreditation.AccreditationCycle.Replay;
import org.ncsoversight.criteria.register.model.accreditation.Milestone.Standing;
import org.ncsoversight.criteria.register.model.accreditation.Step.Kind;
import org.ncsoversight.criteria.standard.model.EditionId;

class AccreditationCycleTest {

    private static final EditionId EDITION = new EditionId("matrix-ncs-4e");

    @ParameterizedTest
    @CsvSource({
        "2024-12-02,ACCREDITED",
        "2025-12-02,ACCREDITED",
        "2025-12-03,FIRST_CHECK_DUE",
        "2026-12-02,FIRST_CHECK_DUE",
        "2026-12-03,SECOND_CHECK_DUE",
        "2027-09-09,SECOND_CHECK_DUE",
        "2027-09-10,REVIEW_DUE",
        "2028-02-01,REVIEW_DUE",
        "2028-02-02,LAPSED"
    })
    void what_falls_due_and_lapses_comes_with_the_day(LocalDate today, CycleState expected) {
        assertThat(valid(accredited("2025-02-01")).stateOn(today)).isEqualTo(expected);
    }

    @Test
    void a_check_that_was_done_changes_the_state_and_its_date() {
        AccreditationCycle cycle = valid(
                accredited("2025-02-01"),
                step(Kind.CALL_DONE, "2025-05-02"),
                step(Kind.FIRST_CHECK_DONE, "2026-01-20"),
                step(Kind.SECOND_CHECK_DONE, "2027-01-20"));

        assertThat(cycle.stateOn(LocalDate.of(2027, 6, 1))).isEqualTo(CycleState.SECOND_CHECK_DONE);
        assertThat(valid(accredited("2025-02-01"), step(Kind.FIRST_CHECK_DONE, "2026-01-20"))
                        .stateOn(LocalDate.of(2026, 3, 1)))
                .isEqualTo(CycleState.FIRST_CHECK_DONE);
        assertThat(cycle.milestones())
                .extracting(milestone -> milestone.standingOn(LocalDate.of(2027, 10, 1)))
                .containsExactly(Standing.DONE, Standing.DONE, Standing.DONE, Standing.DUE_SOON, Standing.LATER);
    }

    @Test
    void the_whole_way_round_keeps_the_anniversary_when_accredited_again_by_the_day() {
        AccreditationCycle again = valid(
                step(Kind.BOOKED, "2024-10-01", "2024-12-24"),
                step(Kind.ASSESSED, "2024-12-24"),
                step(Kind.CONDITIONS, "2025-01-10"),
                accredited("2025-02-01"),
                step(Kind.REVIEW_BOOKED, "2027-09-01", "2027-12-01"),
                step(Kind.ASSESSED, "2027-12-03"),
                accredited("2028-02-01"));

        assertThat(again.accreditation()).hasValueSatisfying(accreditation -> {
            assertThat(accreditation.accreditedOn()).isEqualTo("2028-02-01");
            assertThat(accreditation.anniversary()).isEqualTo("2025-02-01");
            assertThat(accreditation.reviewDue()).isEqualTo("2031-02-01");
        });
        assertThat(again.done()).isEmpty();
    }

    @Test
    void early_keeps_the_anniversary_and_late_begins_a_new_one() {
        var accreditation = new Accreditation(EDITION, LocalDate.of(2024, 2, 29));

        assertThat(accreditation.reviewDue()).isEqualTo("2027-02-28");
        assertThat(accreditation.renewed(EDITION, LocalDate.of(2026, 12, 1)).reviewDue())
                .isEqualTo("2030-02-28");
        assertThat(accreditation.renewed(EDITION, LocalDate.of(2027, 2, 28)).firstCheck())
                .isEqualTo("2028-02-29");
        assertThat(accreditation.renewed(EDITION, LocalDate.of(2027, 3, 1)).reviewDue())
                .isEqualTo("2030-03-01");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-25,true", "2026-03-26,true", "2026-03-24,false"})
    void an_assessment_is_booked_84_days_ahead_or_more(String bookedFor, boolean fine) {
        Replay replay = AccreditationCycle.replay(List.of(step(Kind.BOOKED, "2025-12-31", bookedFor)));

        assertThat(replay instanceof Replay.Valid).isEqualTo(fine);
        if (!fine) {
            assertThat(replay)
                    .isInstanceOfSatisfying(
                            Replay.Refused.class,
                            refused -> assertThat(refused.why()).isEqualTo(Refusal.BOOKED_TOO_SOON));
        }
    }

    /** Every state that pending steps can bring about, and every step that may follow: all others may not. */
    @Test
    void every_step_from_every_state_is_allowed_or_refused_as_the_table_says() {
        Map<CycleState, List<Step>> ways = new EnumMap<>(CycleState.class);
        ways.put(CycleState.NOT_ACCREDITED, List.of());
        ways.put(CycleState.BOOKED, List.of(step(Kind.BOOKED, "2025-01-01", "2025-06-01")));
        ways.put(
                CycleState.ASSESSED,
                List.of(step(Kind.BOOKED, "2025-01-01", "2025-06-01"), step(Kind.ASSESSED, "2025-06-01")));
        ways.put(
                CycleState.CONDITIONS_OUTSTANDING,
                List.of(
                        step(Kind.BOOKED, "2025-01-01", "2025-06-01"),
                        step(Kind.ASSESSED, "2025-06-01"),
                        step(Kind.CONDITIONS, "2025-06-02")));
        ways.put(CycleState.ACCREDITED, List.of(accredited("2025-02-01")));
        ways.put(CycleState.LAPSED, List.of(accredited("2022-06-30")));
        ways.put(
                CycleState.REVIEW_BOOKED,
                List.of(accredited("2025-02-01"), step(Kind.REVIEW_BOOKED, "2025-03-01", "2025-09-01")));
        ways.put(CycleState.WITHDRAWN, List.of(accredited("2025-02-01"), step(Kind.WITHDRAWN, "2025-03-01")));

        Map<CycleState, Set<Kind>> allowed = new EnumMap<>(CycleState.class);
        allowed.put(CycleState.NOT_ACCREDITED, EnumSet.of(Kind.BOOKED, Kind.ACCREDITED));
        allowed.put(CycleState.BOOKED, EnumSet.of(Kind.BOOKED, Kind.ASSESSED, Kind.WITHDRAWN));
        allowed.put(CycleState.ASSESSED, EnumSet.of(Kind.CONDITIONS, Kind.ACCREDITED, Kind.WITHDRAWN));
        allowed.put(
                CycleState.CONDITIONS_OUTSTANDING,
                EnumSet.of(Kind.BOOKED, Kind.ASSESSED, Kind.ACCREDITED, Kind.WITHDRAWN));
        Set<Kind> checks = EnumSet.of(Kind.CALL_DONE, Kind.FIRST_CHECK_DONE, Kind.SECOND_CHECK_DONE);
        allowed.put(CycleState.ACCREDITED, with(checks, Kind.REVIEW_BOOKED, Kind.WITHDRAWN));
        allowed.put(CycleState.LAPSED, EnumSet.of(Kind.BOOKED, Kind.WITHDRAWN));
        allowed.put(CycleState.REVIEW_BOOKED, with(checks, Kind.REVIEW_BOOKED, Kind.ASSESSED, Kind.WITHDRAWN));
        allowed.put(CycleState.WITHDRAWN, EnumSet.of(Kind.BOOKED));

        ways.forEach((state, steps) -> {
            AccreditationCycle cycle = AccreditationCycle.of(steps);
            assertThat(cycle.stateOn(LocalDate.of(2025, 7, 1))).isEqualTo(state);
            for (Kind kind : Kind.values()) {
                assertThat(cycle.refusal(next(kind, LocalDate.of(2025, 7, 1))).isEmpty())
                        .as("%s after %s", kind, state)
                        .isEqualTo(allowed.getOrDefault(state, Set.of()).contains(kind));
            }
        });
    }

    /** All 9 + 81 + 729 + 6,561 sequences of up to four steps, a hundred days apart. */
    @Test
    void whatever_is_recorded_comes_to_the_same_whichever_way_it_was_put_in_and_never_says_two_things_at_once() {
        var reached = new HashSet<CycleState>();
        for (List<Step> steps : sequences(4)) {
            Replay replay = AccreditationCycle.replay(steps);
            assertThat(AccreditationCycle.replay(steps.reversed())).isEqualTo(replay);
            if (replay instanceof Replay.Valid(var cycle)) {
                assertThat(AccreditationCycle.of(steps)).isEqualTo(cycle);
                for (int days = 0; days < 3_000; days += 37) {
                    LocalDate today = steps.getLast().on().plusDays(days);
                    CycleState state = cycle.stateOn(today);
                    reached.add(state);
                    boolean lasts = cycle.accreditation()
                            .filter(known -> known.lastsOn(today))
                            .isPresent();
                    if (state == CycleState.LAPSED) {
                        assertThat(lasts).isFalse();
                    }
                    if (cycle.accreditation().isEmpty()) {
                        assertThat(cycle.milestones()).isEmpty();
                        assertThat(state)
                                .isIn(
                                        CycleState.NOT_ACCREDITED,
                                        CycleState.BOOKED,
                                        CycleState.ASSESSED,
                                        CycleState.CONDITIONS_OUTSTANDING,
                                        CycleState.WITHDRAWN);
                    }
                }
            }
        }
        assertThat(reached).containsAll(EnumSet.complementOf(EnumSet.of(CycleState.NOT_ACCREDITED)));
    }

    private static List<List<Step>> sequences(int length) {
        var all = new ArrayList<List<Step>>();
        List<List<Step>> longest = List.of(List.of());
        for (int i = 0; i < length; i++) {
            LocalDate day = LocalDate.of(2020, 1, 31).plusDays(100L * i);
            longest = longest.stream()
                    .flatMap(steps -> Arrays.stream(Kind.values()).map(kind -> {
                        var more = new ArrayList<>(steps);
                        more.add(next(kind, day));
                        return (List<Step>) more;
                    }))
                    .toList();
            all.addAll(longest);
        }
        return all;
    }

    private static Set<Kind> with(Set<Kind> some, Kind... others) {
        var all = EnumSet.copyOf(some);
        all.addAll(List.of(others));
        return all;
    }

    private static AccreditationCycle valid(Step... steps) {
        Replay replay = AccreditationCycle.replay(List.of(steps));
        assertThat(replay).isInstanceOf(Replay.Valid.class);
        return ((Replay.Valid) replay).cycle();
    }

    private static Step accredited(String on) {
        return step(Kind.ACCREDITED, on);
    }

    private static Step next(Kind kind, LocalDate on) {
        return kind.isBooking() ? step(kind, on.toString(), on.plusDays(84).toString()) : step(kind, on.toString());
    }

    private static Step step(Kind kind, String on) {
        return new Step(
                UUID.randomUUID(),
                kind,
                LocalDate.parse(on),
                Optional.empty(),
                kind == Kind.ACCREDITED ? Optional.of(EDITION) : Optional.empty(),
                "",
                Instant.EPOCH,
                "manager");
    }

    private static Step step(Kind kind, String on, String bookedFor) {
        return new Step(
                UUID.randomUUID(),
                kind,
                LocalDate.parse(on),
                Optional.of(LocalDate.parse(bookedFor)),
                Optional.empty(),
                "",
                Instant.EPOCH,
                "manager");
    }
}
