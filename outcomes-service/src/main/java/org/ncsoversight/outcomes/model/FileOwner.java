package org.ncsoversight.outcomes.model;

import java.util.Optional;

/** On whose behalf a file was imported: the programme as a whole, or one organisation. */
public record FileOwner(String value) {

    public static final FileOwner PROGRAMME = new FileOwner("programme");

    public static FileOwner organisation(Ukprn ukprn) {
        return new FileOwner(ukprn.value());
    }

    /** Empty for the programme. */
    public Optional<Ukprn> organisation() {
        return Ukprn.of(value);
    }
}
