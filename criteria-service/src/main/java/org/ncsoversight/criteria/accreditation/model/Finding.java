package org.ncsoversight.criteria.accreditation.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was found about one criterion.
 *
 * @param met nothing while it is not judged
 * @param improvements areas for continuous improvement (AfCIs)
 * @param evidence the ids of the items it rests on
 */
public record Finding(
        Optional<Boolean> met, String text, List<String> strengths, List<String> improvements, List<UUID> evidence) {

    public static final Finding NONE = new Finding(Optional.empty(), "", List.of(), List.of(), List.of());
    public static final int MAX_TEXT = 4_000;
    public static final int MAX_POINTS = 20;
    public static final int MAX_POINT = 1_000;
    public static final int MAX_EVIDENCE = 50;

    public Finding {
        strengths = List.copyOf(strengths);
        improvements = List.copyOf(improvements);
        evidence = List.copyOf(evidence);
    }

    public boolean isNothing() {
        return equals(NONE);
    }
}
