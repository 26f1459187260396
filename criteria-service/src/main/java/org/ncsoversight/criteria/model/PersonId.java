package org.ncsoversight.criteria.model;

import java.util.Optional;
import java.util.UUID;

/** The identifier that the identity provider gave to a person; also the subject of the person's tokens. */
public record PersonId(UUID value) {

    public static Optional<PersonId> parse(String text) {
        try {
            var id = new PersonId(UUID.fromString(text));
            // Java also reads shortened forms, which would be further names of the same person.
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
