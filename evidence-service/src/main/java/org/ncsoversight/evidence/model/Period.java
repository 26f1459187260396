package org.ncsoversight.evidence.model;

import java.time.LocalDate;

/** The days a piece of evidence covers, both ends included; not the day it was sent. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period cannot end before it starts");
        }
    }
}
