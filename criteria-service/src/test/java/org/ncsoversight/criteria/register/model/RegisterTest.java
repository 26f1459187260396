package org.ncsoversight.criteria.register.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.criteria.model.Period;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.accreditation.Accreditation;
import org.ncsoversight.criteria.register.model.accreditation.Milestone;
import org.ncsoversight.criteria.standard.model.EditionId;

class RegisterTest {

    private static final Touchpoint NORTH = new Touchpoint("0000000201");
    private static final Ukprn PRIME = new Ukprn("99000001");

    @ParameterizedTest
    @ValueSource(strings = {"10000000", "99999999", "99000001"})
    void a_ukprn_has_eight_digits_and_the_first_is_not_0(String text) {
        assertThat(Ukprn.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "09999999",
                "00000000",
                "9999999",
                "100000000",
                "9900000a",
                "",
                " 99000001",
                "-9900001",
                "٩٩٠٠٠٠٠١"
            })
    void anything_else_is_no_ukprn(String text) {
        assertThat(Ukprn.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"201,0000000201", "0000000201,0000000201", "1,0000000001", "9000000000,9000000000"})
    void a_touchpoint_that_lost_its_zeros_gets_them_back(String typed, String kept) {
        assertThat(Touchpoint.parse(typed)).contains(new Touchpoint(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0000000000", "00000000201", "20a", "-201", "2 01"})
    void anything_else_is_no_touchpoint(String typed) {
        assertThat(Touchpoint.parse(typed)).isEmpty();
    }

    @Test
    void the_dates_of_the_cycle_follow_from_the_day_of_accreditation() {
        var accreditation = new Accreditation(new EditionId("matrix-ncs-4e"), LocalDate.of(2024, 11, 30));

        assertThat(accreditation.followUpCall()).isEqualTo("2025-02-28");
        assertThat(accreditation.firstCheck()).isEqualTo("2025-11-30");
        assertThat(accreditation.secondCheck()).isEqualTo("2026-11-30");
        assertThat(accreditation.reviewDue()).isEqualTo("2027-11-30");
        assertThat(accreditation.bookReviewBy()).isEqualTo("2027-09-07");
    }

    @Test
    void a_leap_day_is_clipped_to_the_end_of_february() {
        var accreditation = new Accreditation(new EditionId("matrix-ncs-4e"), LocalDate.of(2024, 2, 29));

        assertThat(accreditation.reviewDue()).isEqualTo("2027-02-28");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01,REVIEW_DUE,DUE_SOON",
        "2026-06-02,REVIEW_DUE,OVERDUE",
        "2026-04-02,REVIEW_DUE,DUE_SOON",
        "2026-04-01,REVIEW_DUE,LATER",
        "2026-06-02,FIRST_CHECK,OVERDUE"
    })
    void a_date_is_later_then_soon_then_overdue(LocalDate today, Milestone.Kind kind, Milestone.Standing standing) {
        assertThat(new Milestone(kind, LocalDate.of(2026, 6, 1), false).standingOn(today))
                .isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "2024-10-01,2025-09-30,2025-10-01,2026-09-30,false",
                "2024-10-01,2025-09-30,2025-09-30,2026-09-30,true",
                "2024-10-01,-,2030-01-01,-,true",
                "2024-10-01,-,2020-01-01,2024-09-30,false",
                "2024-10-01,-,2020-01-01,2024-10-01,true"
            },
            nullValues = "-")
    void periods_overlap_when_they_share_a_day(
            LocalDate from, LocalDate to, LocalDate otherFrom, LocalDate otherTo, boolean overlap) {
        var one = new Period(from, Optional.ofNullable(to));
        var other = new Period(otherFrom, Optional.ofNullable(otherTo));

        assertThat(one.overlaps(other)).isEqualTo(overlap);
        assertThat(other.overlaps(one)).isEqualTo(overlap);
    }

    @Test
    void contracts_of_one_touchpoint_never_overlap() {
        TouchpointContracts first = TouchpointContracts.noneYet(NORTH).with(contract("2022-10-01", "2024-09-30"));

        assertThat(first.with(contract("2024-10-01", "2028-09-30")).contracts()).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> first.with(contract("2024-09-30", "2028-09-30")));
    }

    @Test
    void a_contract_takes_the_place_of_its_earlier_form() {
        TouchpointContracts first = TouchpointContracts.noneYet(NORTH).with(contract("2022-10-01", "2024-09-30"));

        TouchpointContracts second = first.with(first.next(contract("2022-10-01", "2025-09-30")));

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.contracts()).singleElement().satisfies(kept -> {
            assertThat(kept.version()).isEqualTo(2);
            assertThat(kept.period().to()).contains(LocalDate.of(2025, 9, 30));
        });
    }

    @Test
    void nobody_takes_part_in_a_contract_twice() {
        var period = new Period(LocalDate.of(2024, 10, 1), Optional.empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Contract(NORTH, 1, NameHistory.of("North"), period, PRIME, List.of(PRIME), Profile.NONE));
    }

    private static Contract contract(String from, String to) {
        return new Contract(
                NORTH,
                1,
                NameHistory.of("North"),
                new Period(LocalDate.parse(from), Optional.of(LocalDate.parse(to))),
                PRIME,
                List.of(),
                Profile.NONE);
    }
}
