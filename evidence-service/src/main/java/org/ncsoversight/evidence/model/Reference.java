package org.ncsoversight.evidence.model;

import java.util.Comparator;

/** A criterion of an edition that a piece of evidence answers, and which version of its text the provider saw. */
public record Reference(String edition, CriterionCode code, int textVersion) implements Comparable<Reference> {

    private static final Comparator<Reference> ORDER = Comparator.comparing(Reference::edition)
            .thenComparing(Reference::code)
            .thenComparingInt(Reference::textVersion);

    public Reference {
        if (edition.isBlank() || textVersion < 1) {
            throw new IllegalArgumentException("a reference names an edition and a version of a text");
        }
    }

    /** Whether both name the same criterion of the same edition, whatever the version of its text. */
    public boolean sameCriterionAs(Reference other) {
        return edition.equals(other.edition) && code.equals(other.code);
    }

    @Override
    public int compareTo(Reference other) {
        return ORDER.compare(this, other);
    }
}
