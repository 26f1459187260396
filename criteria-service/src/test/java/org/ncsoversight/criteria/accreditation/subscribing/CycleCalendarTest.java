package org.ncsoversight.criteria.accreditation.subscribing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.Succession;
import org.ncsoversight.criteria.register.model.accreditation.Step;
import org.ncsoversight.criteria.register.model.accreditation.Step.Kind;
import org.ncsoversight.criteria.standard.model.EditionId;

class CycleCalendarTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant CHANGED = Instant.parse("2026-10-01T09:30:00Z");
    private static final Provider PROVIDER =
            Provider.registered(new Ukprn("99000001"), "Ännä, Böb; & \\ Söns", Provider.Kind.PRIME);

    @Test
    void each_open_date_is_one_whole_day_with_everything_a_calendar_program_asks_for() {
        Provider provider = PROVIDER.with(
                List.of(step(Kind.ACCREDITED, "2025-02-01", null), step(Kind.CALL_DONE, "2025-05-01", null)));

        String text = CycleCalendar.write(List.of(provider), Map.of(provider.ukprn(), CHANGED), TODAY);

        assertThat(text).contains("BEGIN:VEVENT\r\n");
        String unfolded = text.replace("\r\n ", "");
        assertThat(unfolded)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("VERSION:2.0\r\n")
                .contains("PRODID:-//NCS Oversight//Accreditation cycle//EN\r\n")
                .contains("UID:99000001-first-check-2025-02-01-0@accreditation.ncsoversight.org\r\n")
                .contains("DTSTAMP:20261001T093000Z\r\n")
                .contains("LAST-MODIFIED:20261001T093000Z\r\n")
                .contains("SEQUENCE:1\r\n")
                .contains("DTSTART;VALUE=DATE:20260201\r\n")
                .contains("DTEND;VALUE=DATE:20260202\r\n")
                .contains("SUMMARY:12-month continuous improvement check: Ännä\\, Böb\\; & \\\\ Söns\r\n")
                .contains("UID:99000001-review-due-2025-02-01-0@")
                .doesNotContain("follow-up-call", "VALARM");
        assertThat(text.lines())
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(90));
    }

    @Test
    void it_is_read_back_as_it_was_meant() throws IOException, ParserException {
        Provider provider = PROVIDER.with(List.of(step(Kind.ACCREDITED, "2025-02-01", null)));
        String text = CycleCalendar.write(List.of(provider), Map.of(), TODAY);

        List<VEvent> events =
                new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT");

        assertThat(events).hasSize(5);
        assertThat(events.getFirst().getSummary().getValue()).isEqualTo("3-month follow-up call: Ännä, Böb; & \\ Söns");
        assertThat(events.getFirst().<LocalDate>getDateTimeStart().getDate()).isEqualTo("2025-05-01");
    }

    @Test
    void an_event_that_moves_keeps_its_identity_and_counts_up() {
        Provider booked = PROVIDER.with(List.of(
                step(Kind.ACCREDITED, "2024-02-01", null), step(Kind.REVIEW_BOOKED, "2026-06-01", "2026-12-01")));
        Provider moved = booked.with(List.of(
                step(Kind.ACCREDITED, "2024-02-01", null),
                step(Kind.REVIEW_BOOKED, "2026-06-01", "2026-12-01"),
                step(Kind.REVIEW_BOOKED, "2026-07-01", "2027-01-10")));
        String uid = "UID:99000001-assessment-2024-02-01-0@accreditation.ncsoversight.org";

        assertThat(unfolded(booked)).contains(uid, "DTSTART;VALUE=DATE:20261201", "SEQUENCE:1");
        assertThat(unfolded(moved))
                .contains(uid, "DTSTART;VALUE=DATE:20270110", "SEQUENCE:2")
                .doesNotContain("20261201", "book-review-by");
    }

    @Test
    void whoever_was_merged_or_lapsed_has_no_checks_any_more() {
        Provider lapsed = PROVIDER.with(List.of(step(Kind.ACCREDITED, "2020-02-01", null)));
        Provider merged = lapsed.merged(Optional.of(new Succession(new Ukprn("99000002"), TODAY)));

        assertThat(unfolded(lapsed)).contains("review-due").doesNotContain("first-check", "second-check");
        assertThat(unfolded(merged)).doesNotContain("VEVENT");
    }

    private static String unfolded(Provider provider) {
        return CycleCalendar.write(List.of(provider), Map.of(provider.ukprn(), CHANGED), TODAY)
                .replace("\r\n ", "");
    }

    private static Step step(Kind kind, String on, @Nullable String bookedFor) {
        return new Step(
                UUID.randomUUID(),
                kind,
                LocalDate.parse(on),
                Optional.ofNullable(bookedFor).map(LocalDate::parse),
                kind == Kind.ACCREDITED ? Optional.of(new EditionId("matrix-ncs-4e")) : Optional.empty(),
                "",
                CHANGED,
                "manager");
    }
}
