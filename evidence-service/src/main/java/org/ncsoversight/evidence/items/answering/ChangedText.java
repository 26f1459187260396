package org.ncsoversight.evidence.items.answering;

import java.util.List;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;

/** A criterion that a piece of evidence answers in an older text than the one that is known now. */
public record ChangedText(Reference answered, Criterion now) {

    /** Empty when every text is the one that was answered. */
    public static List<ChangedText> in(Content content, List<Edition> known) {
        return content.references().stream()
                .flatMap(answered -> known.stream()
                        .filter(edition -> edition.code().equals(answered.edition()))
                        .flatMap(edition -> edition.criterion(answered.code()).stream())
                        .filter(criterion -> criterion.textVersion() > answered.textVersion())
                        .map(criterion -> new ChangedText(answered, criterion)))
                .toList();
    }
}
