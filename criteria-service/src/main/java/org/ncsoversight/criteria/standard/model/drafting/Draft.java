package org.ncsoversight.criteria.standard.model.drafting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Mapping;

/**
 * An edition in the making; if one of its code is published already, this will be that one's next version.
 *
 * @param version counts up with every change, so that two people do not undo each other's
 * @param basedOn the edition that it follows or is the next version of
 * @param voicesToConfirm the criteria whose voices were guessed from a text and not yet seen by a person
 */
public record Draft(
        long version, PortableEdition edition, Optional<EditionId> basedOn, Set<CriterionCode> voicesToConfirm) {

    public Draft {
        voicesToConfirm = Set.copyOf(voicesToConfirm);
    }

    public EditionId id() {
        return edition.id();
    }

    public Contents contents() {
        return edition.contents();
    }

    public Draft with(Contents contents) {
        return new Draft(version + 1, edition.withContents(contents), basedOn, voicesToConfirm);
    }

    public Draft with(List<Mapping> mappings) {
        return new Draft(version + 1, edition.withMappings(mappings), basedOn, voicesToConfirm);
    }

    /** The same with that criterion's voices as a person has confirmed them. */
    public Draft confirming(CriterionCode code, Contents contents) {
        var left = new TreeSet<>(voicesToConfirm);
        left.remove(code);
        return new Draft(version + 1, edition.withContents(contents), basedOn, left);
    }

    /** The same without that criterion and whatever leads to it alone. */
    public Draft without(CriterionCode code) {
        List<Mapping> mappings = edition.mappings().stream()
                .filter(mapping -> !mapping.to().contains(code))
                .toList();
        return new Draft(version, edition.withMappings(mappings), basedOn, voicesToConfirm)
                .confirming(code, contents().without(code));
    }
}
