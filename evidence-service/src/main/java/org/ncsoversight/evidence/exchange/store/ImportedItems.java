package org.ncsoversight.evidence.exchange.store;

import java.time.Instant;
import java.util.Optional;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;

/** Remembers which items came in a pack from another installation, so that nobody takes what happened there for what happened here. */
public interface ImportedItems {

    /**
     * How one item came here.
     *
     * @param stateThere its state in the pack
     * @param trusted whether the pack was signed with the shared key, so that its state was taken over
     */
    record Imported(EvidenceId evidence, Instant at, Person by, String stateThere, boolean trusted) {}

    /** The first import stands. */
    void keep(Imported imported);

    Optional<Imported> find(EvidenceId evidence);
}
