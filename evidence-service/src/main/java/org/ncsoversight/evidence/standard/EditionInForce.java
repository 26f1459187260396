package org.ncsoversight.evidence.standard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.evidence.model.England;
import org.springframework.stereotype.Component;

/** Which edition counts today; days begin when they begin in England. */
@Component
public class EditionInForce {

    private final KnownStandard standard;
    private final Clock clock;

    public EditionInForce(KnownStandard standard, Clock clock) {
        this.standard = standard;
        this.clock = clock;
    }

    public LocalDate today() {
        return England.today(clock);
    }

    /** Every edition heard of, in force or not. */
    public List<Edition> known() {
        return standard.editions();
    }

    /** All that are in force, the leading one first. */
    public List<Edition> editions() {
        return standard.allInForceOn(today());
    }

    /** Empty until this service has heard of an edition that is in force. */
    public Optional<Edition> edition() {
        return standard.inForceOn(today());
    }
}
