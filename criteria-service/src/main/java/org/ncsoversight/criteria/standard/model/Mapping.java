package org.ncsoversight.criteria.standard.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a criterion of an earlier edition went in this one. */
public record Mapping(EditionId fromEdition, CriterionCode from, List<CriterionCode> to, Kind kind) {

    /** What became of it on the way. */
    public enum Kind {
        /** Asked with the same words. */
        SAME,
        /** Asked with other words. */
        CHANGED,
        /** Asked by several criteria now. */
        SPLIT,
        /** Asked together with others by one criterion now. */
        MERGED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> parse(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }

    /** Where a criterion went that kept its code. */
    public static Mapping toItself(EditionId edition, Criterion before, Criterion after) {
        return new Mapping(
                edition, before.code(), List.of(after.code()), before.asksTheSameAs(after) ? Kind.SAME : Kind.CHANGED);
    }

    public Mapping {
        to = List.copyOf(to);
        if (to.isEmpty() || (kind == Kind.SPLIT) != (to.size() > 1)) {
            throw new IllegalArgumentException(
                    "The mapping of " + from + " as " + kind.code() + " names " + to.size() + " criteria");
        }
    }
}
