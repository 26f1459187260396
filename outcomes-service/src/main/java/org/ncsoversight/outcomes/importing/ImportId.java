package org.ncsoversight.outcomes.importing;

import java.util.Optional;
import java.util.UUID;

/** Names one import. */
public record ImportId(UUID value) {

    public static Optional<ImportId> of(String text) {
        try {
            return Optional.of(new ImportId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
