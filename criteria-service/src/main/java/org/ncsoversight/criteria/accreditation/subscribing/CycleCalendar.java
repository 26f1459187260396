package org.ncsoversight.criteria.accreditation.subscribing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.accreditation.Accreditation;
import org.ncsoversight.criteria.register.model.accreditation.CycleState;
import org.ncsoversight.criteria.register.model.accreditation.Milestone;

/**
 * The open dates of providers as iCalendar (RFC 5545). An event keeps its identity while its date moves, and counts up with
 * its provider's versions, so that calendar programs move it too; what was done is no longer there.
 */
final class CycleCalendar {

    private static final String DOMAIN = "@accreditation.ncsoversight.org";
    private static final int FOLD_AT_OCTETS = 75;

    private CycleCalendar() {}

    /** Two calendars of the same providers on the same day are the same text. */
    static String write(List<Provider> providers, Map<Ukprn, Instant> changedAt, LocalDate today) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//NCS Oversight//Accreditation cycle//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", "Accreditation dates"));
        calendar.add(new XProperty("X-PUBLISHED-TTL", "PT12H"));
        for (Provider provider : providers) {
            Instant changed = changedAt.getOrDefault(provider.ukprn(), Instant.EPOCH);
            events(provider, changed, today).forEach(calendar::add);
        }
        var text = new StringWriter();
        try {
            new CalendarOutputter(false, FOLD_AT_OCTETS).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<VEvent> events(Provider provider, Instant changed, LocalDate today) {
        var events = new ArrayList<VEvent>();
        if (provider.mergedBy(today)) {
            return events;
        }
        var cycle = provider.cycle();
        String of = cycle.accreditation().map(CycleCalendar::cycleOf).orElse("first");
        boolean lapsed = cycle.stateOn(today) == CycleState.LAPSED;
        for (Milestone milestone : cycle.milestones()) {
            boolean open = !milestone.done() && (!lapsed || milestone.kind() == Milestone.Kind.REVIEW_DUE);
            if (open) {
                events.add(event(
                        provider,
                        changed,
                        milestone.kind().code() + "-" + of,
                        milestone.on(),
                        milestone.kind().label()));
            }
        }
        cycle.assessmentBookedFor()
                .ifPresent(day -> events.add(event(provider, changed, "assessment-" + of, day, "Assessment booked")));
        return events;
    }

    private static String cycleOf(Accreditation accreditation) {
        return accreditation.anniversary() + "-" + accreditation.cycle();
    }

    private static VEvent event(Provider provider, Instant changed, String what, LocalDate day, String label) {
        var event = new VEvent(false);
        event.add(new Uid(provider.ukprn().value() + "-" + what + DOMAIN));
        event.add(new DtStamp(changed));
        event.add(new LastModified(changed));
        event.add(new Sequence(Math.toIntExact(provider.version() - 1)));
        event.add(new DtStart<>(day));
        // The first day that no longer belongs to it.
        event.add(new DtEnd<>(day.plusDays(1)));
        event.add(new Summary(label + ": " + provider.name()));
        event.add(new Description("UKPRN " + provider.ukprn().value() + ", "
                + provider.kind().label().toLowerCase(Locale.UK)));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }
}
