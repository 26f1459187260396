package org.ncsoversight.criteria.standard.model.drafting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Mapping;

/** An edition as it leaves in a file and comes in by one: all that is said of it, and nothing that only holds here. */
public record PortableEdition(
        EditionId id,
        Contents contents,
        Optional<LocalDate> inForceFrom,
        Optional<LocalDate> inForceTo,
        List<Mapping> mappings) {

    private static final int MOST_MAPPINGS = 2_000;

    public PortableEdition {
        mappings = List.copyOf(mappings);
        if (mappings.size() > MOST_MAPPINGS) {
            throw new IllegalArgumentException("There are more than " + MOST_MAPPINGS + " mappings");
        }
        for (Mapping mapping : mappings) {
            if (mapping.to().stream().anyMatch(code -> contents.criterion(code).isEmpty())) {
                throw new IllegalArgumentException("The mapping of " + mapping.from() + " names an unknown criterion");
            }
        }
        if (mappings.stream()
                        .map(mapping -> List.of(mapping.fromEdition(), mapping.from()))
                        .distinct()
                        .count()
                != mappings.size()) {
            throw new IllegalArgumentException("A criterion is mapped twice");
        }
        if (inForceFrom.isPresent()
                && inForceTo.filter(inForceFrom.get()::isAfter).isPresent()) {
            throw new IllegalArgumentException("Edition " + id.value() + " would end before it begins");
        }
    }

    public static PortableEdition of(Edition edition) {
        return new PortableEdition(
                edition.id(),
                edition.contents(),
                Optional.of(edition.inForceFrom()),
                edition.inForceTo(),
                edition.mappings());
    }

    /** As what follows an edition: where it does not say what became of that one's criteria, those of one code are one. */
    public PortableEdition following(Edition before) {
        boolean says = before.id().equals(id)
                || mappings.stream().anyMatch(mapping -> mapping.fromEdition().equals(before.id()));
        if (says) {
            return this;
        }
        Stream<Mapping> byCode = contents.criteria().stream()
                .flatMap(criterion -> before.criterion(criterion.code()).stream()
                        .map(known -> Mapping.toItself(before.id(), known, criterion)));
        return withMappings(Stream.concat(mappings.stream(), byCode).toList());
    }

    public PortableEdition withContents(Contents other) {
        return new PortableEdition(id, other, inForceFrom, inForceTo, mappings);
    }

    public PortableEdition withMappings(List<Mapping> others) {
        return new PortableEdition(id, contents, inForceFrom, inForceTo, others);
    }
}
