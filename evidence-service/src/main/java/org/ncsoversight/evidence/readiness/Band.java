package org.ncsoversight.evidence.readiness;

/** How far a criterion is, as reporting-service published it. */
public enum Band {
    NOT_STARTED("Not started", "govuk-tag--grey"),
    GATHERING("Gathering", "govuk-tag--yellow"),
    SUBMITTED("Submitted", "govuk-tag--blue"),
    AT_RISK("At risk", "govuk-tag--orange"),
    READY("Ready", "govuk-tag--green");

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
