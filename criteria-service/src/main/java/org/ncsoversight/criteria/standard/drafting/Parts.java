package org.ncsoversight.criteria.standard.drafting;

import java.util.Optional;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.Element;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.drafting.Draft;

/** Which part a path names. */
final class Parts {

    private static final String NEW = "new";
    private static final int MOST_ELEMENTS = 9;

    private Parts() {}

    static Optional<Part> of(String part, String key, Draft draft, Optional<Edition> base) {
        Contents contents = draft.contents();
        return switch (part) {
            case "title" -> Optional.of(new EditionParts.Title(contents.title(), contents.lapsesSoonInDays()));
            case "element" -> element(key, contents);
            case "criterion" ->
                key.equals(NEW)
                        ? Optional.of(new CriterionParts.Added())
                        : criterion(key, contents).map(CriterionParts.Texts::new);
            case "voices" -> criterion(key, contents).map(CriterionParts.Voices::new);
            case "links" -> criterion(key, contents).map(it -> new CriterionParts.Links(it, contents));
            case "prompts" -> criterion(key, contents).map(CriterionParts.Prompts::new);
            case "looking-for" -> criterion(key, contents).map(CriterionParts.LookingFor::new);
            case "document" ->
                key.equals(NEW)
                        ? Optional.of(new EditionParts.ADocument(Optional.empty()))
                        : contents.documents().stream()
                                .filter(it -> it.code().equals(key))
                                .findFirst()
                                .map(it -> new EditionParts.ADocument(Optional.of(it)));
            case "thread" ->
                key.equals(NEW)
                        ? Optional.of(new EditionParts.AThread(Optional.empty()))
                        : contents.threads().stream()
                                .filter(it -> it.code().equals(key))
                                .findFirst()
                                .map(it -> new EditionParts.AThread(Optional.of(it)));
            case "measure" ->
                key.equals(NEW)
                        ? Optional.of(new MeasurePart(Optional.empty()))
                        : contents.measures().stream()
                                .filter(it -> it.code().equals(key))
                                .findFirst()
                                .map(it -> new MeasurePart(Optional.of(it)));
            case "mapping" -> base.flatMap(edition -> mapping(key, draft, edition));
            default -> Optional.empty();
        };
    }

    private static Optional<Part> element(String key, Contents contents) {
        if (key.equals(NEW)) {
            int next = 1
                    + contents.elements().stream()
                            .mapToInt(Element::number)
                            .max()
                            .orElse(0);
            return next > MOST_ELEMENTS
                    ? Optional.empty()
                    : Optional.of(new EditionParts.AnElement(new Element(next, "", ""), true));
        }
        return contents.elements().stream()
                .filter(element -> Integer.toString(element.number()).equals(key))
                .findFirst()
                .map(element -> new EditionParts.AnElement(element, false));
    }

    private static Optional<Part> mapping(String key, Draft draft, Edition base) {
        return CriterionCode.parse(key)
                .filter(code -> base.criterion(code).isPresent())
                .map(code -> new MappingPart(base, code, known(draft, base, code)));
    }

    private static Optional<Mapping> known(Draft draft, Edition base, CriterionCode code) {
        return draft.edition().mappings().stream()
                .filter(mapping -> mapping.fromEdition().equals(base.id())
                        && mapping.from().equals(code))
                .findFirst();
    }

    private static Optional<Criterion> criterion(String key, Contents contents) {
        return CriterionCode.parse(key).flatMap(contents::criterion);
    }
}
