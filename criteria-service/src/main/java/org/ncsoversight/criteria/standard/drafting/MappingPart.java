package org.ncsoversight.criteria.standard.drafting;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ncsoversight.criteria.standard.drafting.Field.Option;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.drafting.Draft;

/** Where one criterion of the edition before went. */
record MappingPart(Edition from, CriterionCode code, Optional<Mapping> mapping) implements Part {

    private static final String TO = "to";
    private static final String KIND = "kind";

    @Override
    public String heading() {
        return "Where criterion " + code + " of " + from.id().value() + " went";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.line(
                        TO,
                        "Criteria it leads to",
                        "Numbers with spaces between; leave empty if it leads nowhere",
                        mapping.map(known -> EditionParts.words(known.to())).orElse("")),
                Field.radios(
                        KIND,
                        "What became of it",
                        "",
                        mapping.map(known -> known.kind().code()).orElse(""),
                        List.of(
                                new Option("same", "Asked with the same words"),
                                new Option("changed", "Asked with other words"),
                                new Option("split", "Split over several criteria"),
                                new Option("merged", "Merged with others into one"))));
    }

    @Override
    public Draft changed(Draft draft, Form form) {
        List<CriterionCode> to = form.codes(TO);
        Optional<Mapping.Kind> kind = Mapping.Kind.parse(form.text(KIND));
        if (!to.isEmpty() && kind.isEmpty()) {
            form.wrong(KIND, "missing", "Select what became of it");
        }
        if (kind.isPresent() && !to.isEmpty() && (kind.get() == Mapping.Kind.SPLIT) != (to.size() > 1)) {
            form.wrong(KIND, "kind-and-count", "Select split for several criteria, and only then");
        }
        for (CriterionCode other : to) {
            if (draft.contents().criterion(other).isEmpty()) {
                form.wrong(TO, "not-a-criterion", "This edition has no criterion " + other);
            }
        }
        if (!form.problems().isEmpty()) {
            return draft;
        }
        Stream<Mapping> own =
                to.isEmpty() ? Stream.empty() : Stream.of(new Mapping(from.id(), code, to, kind.orElseThrow()));
        return draft.with(Stream.concat(
                        draft.edition().mappings().stream()
                                .filter(other -> !other.fromEdition().equals(from.id())
                                        || !other.from().equals(code)),
                        own)
                .sorted(Comparator.comparing(Mapping::from))
                .toList());
    }
}
