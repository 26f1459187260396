package org.ncsoversight.feedback.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of responses; their order in the file is free. */
public enum Column {
    SURVEY_ID,
    WAVE,
    TOUCHPOINT_ID,
    SUBCONTRACTOR_UKPRN,
    CHANNEL,
    RESPONSE_ID,
    RESPONDED_ON,
    QUESTION_CODE,
    ANSWER_CODE,
    WEIGHT;

    private final String heading = name().toLowerCase(Locale.ROOT);

    public String heading() {
        return heading;
    }

    static Optional<Column> of(String heading) {
        return Arrays.stream(values())
                .filter(column -> column.heading.equals(heading.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
