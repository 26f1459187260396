package org.ncsoversight.evidence.model;

import java.util.UUID;

/** Identifies one piece of evidence through all its versions. */
public record EvidenceId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
