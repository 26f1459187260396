package org.ncsoversight.criteria.problems;

/** What may be said with an error where the status alone says too little; the message of {@code sendError}. */
public final class ErrorCodes {

    /** Tokens cannot be checked, because the sign-in service does not answer. */
    public static final String TOKENS_UNCHECKED = "sign-in-unavailable";

    private ErrorCodes() {}
}
