package org.ncsoversight.outcomes.model;

import java.time.LocalDate;
import java.time.Period;

/** How old a client was on a day, no finer than anybody needs to know. */
public enum AgeBand {
    UNDER_19("under-19"),
    FROM_19_TO_24("19-24"),
    FROM_25_TO_49("25-49"),
    FROM_50("50-plus"),
    UNKNOWN("unknown");

    private final String code;

    AgeBand(String code) {
        this.code = code;
    }

    public static AgeBand on(LocalDate day, LocalDate dateOfBirth) {
        int years = Period.between(dateOfBirth, day).getYears();
        if (years < 19) {
            return UNDER_19;
        }
        if (years < 25) {
            return FROM_19_TO_24;
        }
        return years < 50 ? FROM_25_TO_49 : FROM_50;
    }

    public static AgeBand of(String code) {
        for (AgeBand band : values()) {
            if (band.code.equals(code)) {
                return band;
            }
        }
        throw new IllegalArgumentException("Not an age band");
    }

    public String code() {
        return code;
    }
}
