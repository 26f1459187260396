package org.ncsoversight.evidence.home;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.readiness.Band;
import org.ncsoversight.evidence.standard.Criterion;

/**
 * A criterion as the task list shows it.
 *
 * @param band null when nothing was published yet
 * @param reasons why it stands there, in words
 * @param justDone what happened a moment ago and is not in it yet, in words
 * @param gap leads to an improvement action for the voices that are not heard, if there are any
 */
record Task(
        String id,
        Criterion criterion,
        @Nullable Band band,
        List<String> reasons,
        List<String> justDone,
        String next,
        String href,
        Optional<GapLink> gap) {

    /** Leads to the form of an improvement action with a criterion's gaps filled in. */
    record GapLink(String text, String href) {}

    public String status() {
        return band == null ? "Not computed yet" : band.words();
    }

    public String tag() {
        return band == null ? "govuk-tag--grey" : band.tag();
    }
}
