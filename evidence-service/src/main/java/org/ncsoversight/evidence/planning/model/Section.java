package org.ncsoversight.evidence.planning.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote in one part of a report.
 *
 * @param version counts up from 1 with each change; 0 when nobody has written yet
 * @param by the username of who wrote last
 */
public record Section(
        long version,
        String text,
        String strengths,
        String gaps,
        @Nullable Instant at,
        @Nullable String by) {

    public static final Section EMPTY = new Section(0, "", "", "", null, null);

    public boolean saysTheSameAs(Section other) {
        return text.equals(other.text) && strengths.equals(other.strengths) && gaps.equals(other.gaps);
    }

    public boolean isEmpty() {
        return text.isEmpty() && strengths.isEmpty() && gaps.isEmpty();
    }
}
