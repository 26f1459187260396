package org.ncsoversight.evidence.standard;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The editions this service has heard of. */
public interface KnownStandard {

    /** Keeps an edition unless a later version of it is known; the same one may be told again with more in it. */
    void keep(Edition edition);

    List<Edition> editions();

    default Optional<Edition> edition(String code) {
        return editions().stream()
                .filter(edition -> edition.code().equals(code))
                .findFirst();
    }

    /** Where editions overlap, the one that came into force last. */
    default Optional<Edition> inForceOn(LocalDate day) {
        return allInForceOn(day).stream().findFirst();
    }

    /** While editions overlap there are several, the leading one first. */
    default List<Edition> allInForceOn(LocalDate day) {
        return editions().stream()
                .filter(edition -> edition.isInForceOn(day))
                .sorted(Comparator.comparing(Edition::inForceFrom).reversed())
                .toList();
    }
}
