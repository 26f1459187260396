package org.ncsoversight.reporting.offenders.clock;

import java.time.Instant;
import java.time.ZoneOffset;

public class ReadsTheClock {

    static int year() {
        return Instant.now().atOffset(ZoneOffset.UTC).getYear();
    }
}
