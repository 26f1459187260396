package org.ncsoversight.evidence.home;

/** How far a criterion is, as far as evidence alone can tell; readiness proper is reporting-service's. */
public enum Band {
    NOT_STARTED("Not started", "govuk-tag--grey"),
    GATHERING("Gathering", "govuk-tag--yellow"),
    SUBMITTED("Submitted", "govuk-tag--blue"),
    AT_RISK("At risk", "govuk-tag--orange"),
    READY("Ready as far as evidence", "govuk-tag--green");

    private final String words;
    private final String tag;

    Band(String words, String tag) {
        this.words = words;
        this.tag = tag;
    }

    public String words() {
        return words;
    }

    public String tag() {
        return tag;
    }
}
