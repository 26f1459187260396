package org.ncsoversight.evidence.items.answering;

import java.util.List;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.EditionInForce;

/**
 * What makes evidence need a fresh look.
 *
 * @param texts all criteria that were reworded, with the version their text has now
 * @param inForce the editions in force, any of which may ask for what earlier ones asked in another way
 */
public record FreshLook(List<Reference> texts, List<Edition> inForce) {

    public FreshLook {
        texts = List.copyOf(texts);
        inForce = List.copyOf(inForce);
    }

    public static FreshLook of(EditionInForce standard) {
        var reworded = standard.known().stream()
                .flatMap(edition -> edition.criteria().stream()
                        .filter(criterion -> criterion.textVersion() > 1)
                        .map(criterion -> new Reference(edition.code(), criterion.code(), criterion.textVersion())))
                .toList();
        return new FreshLook(reworded, standard.editions());
    }

    public boolean isNeededBy(Content content) {
        boolean older = content.references().stream()
                .anyMatch(answered -> texts.stream()
                        .anyMatch(
                                text -> answered.sameCriterionAs(text) && answered.textVersion() < text.textVersion()));
        return older || !newerEditionsFor(content).isEmpty();
    }

    /** Editions that ask for what this answers in another way or no longer; what answers one of their criteria was looked at. */
    public List<Edition> newerEditionsFor(Content content) {
        return inForce.stream()
                .filter(edition -> content.references().stream()
                        .noneMatch(answered -> answered.edition().equals(edition.code())))
                .filter(edition -> edition.reworked().stream()
                        .anyMatch(earlier -> content.references().stream()
                                .anyMatch(answered -> answered.edition().equals(earlier.edition())
                                        && answered.code().equals(earlier.criterion()))))
                .toList();
    }
}
