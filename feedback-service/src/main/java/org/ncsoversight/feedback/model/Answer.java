package org.ncsoversight.feedback.model;

/**
 * One answer within a response.
 *
 * @param positive whether the questionnaire counts this answer as a good one
 * @param weight how many customers this one stands for
 */
public record Answer(String question, String code, boolean positive, double weight) {

    /** The code that takes no part in any share. */
    public static final String NOT_ANSWERED = "not_answered";

    public boolean given() {
        return !code.equals(NOT_ANSWERED);
    }
}
