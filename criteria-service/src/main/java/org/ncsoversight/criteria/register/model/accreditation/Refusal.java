package org.ncsoversight.criteria.register.model.accreditation;

/** Why a step cannot have taken place where it was put. */
public enum Refusal {
    BOOKED_TOO_SOON("booked-too-soon", "An assessment must be booked at least 12 weeks (84 days) ahead"),
    STILL_ACCREDITED("still-accredited", "The provider was accredited on that day, so a review is booked instead"),
    NOT_ACCREDITED("not-accredited", "The provider was not accredited on that day"),
    NOT_BOOKED("not-booked", "No assessment was booked by that day"),
    NOT_ASSESSED("not-assessed", "The provider had not been assessed by that day"),
    OUTCOME_AWAITED("outcome-awaited", "The provider was assessed, so the outcome comes next"),
    ALREADY_DONE("already-done", "This was recorded already for this cycle"),
    NOTHING_TO_WITHDRAW("nothing-to-withdraw", "There was no accreditation and no assessment to withdraw from");

    private final String code;
    private final String message;

    Refusal(String code, String message) {
        this.code = code;
        this.message = message;
    }

    public String code() {
        return code;
    }

    public String message() {
        return message;
    }
}
