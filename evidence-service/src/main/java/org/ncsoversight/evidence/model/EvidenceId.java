package org.ncsoversight.evidence.model;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifies one piece of evidence through all its versions. */
public record EvidenceId(UUID value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** The id that a text is, if it has the form of one. */
    public static Optional<EvidenceId> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new EvidenceId(UUID.fromString(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
