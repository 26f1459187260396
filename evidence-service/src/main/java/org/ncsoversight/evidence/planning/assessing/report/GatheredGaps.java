package org.ncsoversight.evidence.planning.assessing.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import org.ncsoversight.evidence.planning.model.Report;

/** The gaps of a criterion that can be seen from what was gathered, for whoever begins to write about it. */
public final class GatheredGaps {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private GatheredGaps() {}

    public static String of(Report.CriterionPart criterion) {
        var lines = new ArrayList<String>();
        if (!criterion.voicesMissing().isEmpty()) {
            lines.add("No accepted evidence in the period from: %s."
                    .formatted(String.join(", ", criterion.voicesMissing())));
        } else if (criterion.items().isEmpty()) {
            lines.add("No accepted evidence in the period.");
        }
        criterion.actions().stream()
                .filter(Report.Action::open)
                .forEach(action ->
                        lines.add("To be improved by %s: %s.".formatted(DAY.format(action.dueOn()), action.title())));
        return String.join("\n", lines);
    }
}
