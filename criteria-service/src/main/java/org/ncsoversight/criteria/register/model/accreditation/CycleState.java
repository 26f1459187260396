package org.ncsoversight.criteria.register.model.accreditation;

/** Where a provider stands on its way around the accreditation cycle. */
public enum CycleState {
    NOT_ACCREDITED("not-accredited", "Not accredited"),
    BOOKED("booked", "Assessment booked"),
    ASSESSED("assessed", "Assessed, outcome awaited"),
    CONDITIONS_OUTSTANDING("conditions-outstanding", "Conditions outstanding"),
    ACCREDITED("accredited", "Accredited"),
    FIRST_CHECK_DUE("first-check-due", "12-month check due"),
    FIRST_CHECK_DONE("first-check-done", "12-month check done"),
    SECOND_CHECK_DUE("second-check-due", "24-month check due"),
    SECOND_CHECK_DONE("second-check-done", "24-month check done"),
    REVIEW_DUE("review-due", "Review due"),
    REVIEW_BOOKED("review-booked", "Review booked"),
    LAPSED("lapsed", "Lapsed"),
    WITHDRAWN("withdrawn", "Withdrawn");

    private final String code;
    private final String label;

    CycleState(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
