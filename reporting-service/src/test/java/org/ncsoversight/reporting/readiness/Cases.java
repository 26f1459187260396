package org.ncsoversight.reporting.readiness;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ncsoversight.reporting.readiness.ProviderFacts.Complaint;
import org.ncsoversight.reporting.readiness.ProviderFacts.Evidence;
import org.ncsoversight.reporting.readiness.ProviderFacts.NamedThread;
import org.ncsoversight.reporting.readiness.ProviderFacts.State;
import org.ncsoversight.reporting.readiness.ProviderFacts.Stock;
import org.ncsoversight.reporting.readiness.ProviderFacts.Tally;

/** Facts for the tests, said shortly. */
final class Cases {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final LocalDate FAR = TODAY.plusYears(1);
    static final Edition EDITION = new Edition(
            "four",
            1,
            List.of(
                    new Edition.Criterion("4.3", 2, Set.of(Voice.CLIENT, Voice.STAFF)),
                    new Edition.Criterion("1.5", 1, Set.of(Voice.MANAGER))),
            List.of(
                    new Edition.Measure(
                            "satisfaction", Set.of("4.3"), Edition.Better.HIGHER, new BigDecimal("0.85"), 30),
                    new Edition.Measure("inducted", Set.of("4.3"), Edition.Better.HIGHER, new BigDecimal("0.9"), 2),
                    new Edition.Measure("waiting", Set.of("1.5"), Edition.Better.LOWER, new BigDecimal("0.10"), 30)),
            60);

    private Cases() {}

    static ProviderFacts nothing() {
        return new ProviderFacts(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static Evidence item(String criterion, Voice voice, State state, LocalDate reviewDate, int textVersion) {
        return new Evidence(
                UUID.randomUUID().toString(),
                EDITION.code(),
                Set.of(criterion),
                voice,
                state,
                reviewDate,
                Map.of(criterion, textVersion));
    }

    static Evidence accepted(String criterion, Voice voice) {
        return item(criterion, voice, State.ACCEPTED, FAR, 2);
    }

    static ProviderFacts evidence(Evidence... items) {
        return new ProviderFacts(List.of(items), List.of(), List.of(), List.of(), List.of());
    }

    static ProviderFacts with(ProviderFacts facts, Evidence item) {
        return new ProviderFacts(
                plus(facts.evidence(), item), facts.tallies(), facts.stocks(), facts.complaints(), facts.threads());
    }

    static ProviderFacts with(ProviderFacts facts, Tally tally) {
        return new ProviderFacts(
                facts.evidence(), plus(facts.tallies(), tally), facts.stocks(), facts.complaints(), facts.threads());
    }

    static ProviderFacts with(ProviderFacts facts, Stock stock) {
        return new ProviderFacts(
                facts.evidence(), facts.tallies(), plus(facts.stocks(), stock), facts.complaints(), facts.threads());
    }

    static Stock stock(String measure, long numerator, long denominator) {
        return new Stock(measure, "advisers", TODAY.minusDays(3), numerator, denominator);
    }

    static ProviderFacts with(ProviderFacts facts, Complaint complaint) {
        return new ProviderFacts(
                facts.evidence(),
                facts.tallies(),
                facts.stocks(),
                plus(facts.complaints(), complaint),
                facts.threads());
    }

    static ProviderFacts with(ProviderFacts facts, NamedThread thread) {
        return new ProviderFacts(
                facts.evidence(), facts.tallies(), facts.stocks(), facts.complaints(), plus(facts.threads(), thread));
    }

    static Tally tally(String measure, YearMonth month, long numerator, long base) {
        return new Tally(measure, month, BigDecimal.valueOf(numerator), BigDecimal.valueOf(base), base);
    }

    static Readiness.Criterion judged(ProviderFacts facts, String criterion) {
        return judged(facts, criterion, TODAY);
    }

    static Readiness.Criterion judged(ProviderFacts facts, String criterion, LocalDate asOf) {
        return Readiness.of(facts, EDITION, asOf).criteria().stream()
                .filter(found -> found.code().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
