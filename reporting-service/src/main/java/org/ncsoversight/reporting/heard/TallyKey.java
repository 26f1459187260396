package org.ncsoversight.reporting.heard;

import java.time.YearMonth;
import java.util.List;

/** The parts of a tally's key; measure first and month second, so that one measure's months lie side by side. */
final class TallyKey {

    /** Where a kind of fact has no such part. */
    static final String NONE = "-";

    private TallyKey() {}

    static String of(String measure, YearMonth month, String touchpoint, String channel, String priority) {
        List<String> parts = List.of(measure, month.toString(), touchpoint, channel, priority);
        if (parts.stream().anyMatch(part -> part.isEmpty() || part.contains("|"))) {
            throw new IllegalArgumentException("Not usable in a tally: " + parts);
        }
        return String.join("|", parts);
    }
}
