package org.ncsoversight.reporting.heard;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.readiness.Edition;
import org.ncsoversight.reporting.readiness.Voice;

/** What we need of an edition of the Standard. */
public record EditionMessage(
        String edition,
        long version,
        String title,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        List<Element> elements,
        List<Criterion> criteria,
        List<Measure> measures,
        @Nullable Integer lapsesSoonInDays) {

    /** As the contract has it for editions told before they could say it. */
    private static final int LAPSES_SOON_UNLESS_SAID_IN_DAYS = 60;

    public EditionMessage {
        Limits.code("edition", edition);
        Limits.version(version);
        Limits.text("title", title);
        requireNonNull(inForceFrom, "inForceFrom");
        elements = Limits.atMost(Limits.MOST_PARTS, "elements", elements);
        criteria = Limits.atMost(Limits.MOST_PARTS, "criteria", criteria);
        measures = Limits.atMost(Limits.MOST_PARTS, "measures", measures);
        if (lapsesSoonInDays != null && (lapsesSoonInDays < 1 || lapsesSoonInDays > Limits.MOST_DAYS)) {
            throw new IllegalArgumentException("lapsesSoonInDays is " + lapsesSoonInDays);
        }
    }

    /** A part of the Standard. */
    public record Element(int number, String title) {

        public Element {
            requireNonNull(title, "title");
        }
    }

    /** One thing asked. */
    public record Criterion(String code, int element, String title, int textVersion, List<String> voices) {

        public Criterion {
            Limits.code("code", code);
            requireNonNull(title, "title");
            voices = Limits.codes(Limits.MOST_PARTS, "voices", voices);
        }

        private Edition.Criterion asCriterion() {
            Set<Voice> asked = voices.stream().map(Voice::of).collect(Collectors.toUnmodifiableSet());
            return new Edition.Criterion(code, textVersion, asked);
        }
    }

    /** A figure linked to criteria. */
    public record Measure(
            String code, String title, List<String> criteria, String better, BigDecimal limit, long minimumBase) {

        public Measure {
            Limits.code("code", code);
            requireNonNull(title, "title");
            requireNonNull(better, "better");
            Limits.number("limit", limit);
            criteria = Limits.codes(Limits.MOST_PARTS, "criteria", criteria);
        }

        private Edition.Measure asMeasure() {
            var direction = Edition.Better.valueOf(better.toUpperCase(Locale.ROOT));
            return new Edition.Measure(code, Set.copyOf(criteria), direction, limit, minimumBase);
        }
    }

    /** Whether this edition is the one to go by on a day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom) && (inForceTo == null || !day.isAfter(inForceTo));
    }

    /** The same in the words of the readiness function. */
    public Edition asEdition() {
        return new Edition(
                edition,
                version,
                criteria.stream().map(Criterion::asCriterion).toList(),
                measures.stream().map(Measure::asMeasure).toList(),
                Objects.requireNonNullElse(lapsesSoonInDays, LAPSES_SOON_UNLESS_SAID_IN_DAYS));
    }
}
