package org.ncsoversight.outcomes.model;

import java.util.Arrays;
import java.util.Optional;

/** The five outcomes that can be claimed; codes, and windows from session to outcome, are those of the department. */
public enum OutcomeType {
    CUSTOMER_SATISFACTION(1, "Customer satisfaction", 12),
    CAREER_MANAGEMENT(2, "Career management", 12),
    SUSTAINABLE_EMPLOYMENT(3, "Sustainable employment", 13),
    ACCREDITED_LEARNING(4, "Accredited learning", 12),
    CAREER_PROGRESSION(5, "Career progression", 13);

    private final int code;
    private final String title;
    private final int windowInMonths;

    OutcomeType(int code, String title, int windowInMonths) {
        this.code = code;
        this.title = title;
        this.windowInMonths = windowInMonths;
    }

    public static Optional<OutcomeType> of(String code) {
        return Arrays.stream(values())
                .filter(type -> Integer.toString(type.code).equals(code))
                .findFirst();
    }

    public static OutcomeType of(int code) {
        return of(Integer.toString(code)).orElseThrow();
    }

    public int code() {
        return code;
    }

    public String title() {
        return title;
    }

    public int windowInMonths() {
        return windowInMonths;
    }
}
