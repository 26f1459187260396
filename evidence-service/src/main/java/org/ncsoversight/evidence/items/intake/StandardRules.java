package org.ncsoversight.evidence.items.intake;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.standard.Edition;

/** Finds what was named in the editions that are known; the one in force leads. */
final class StandardRules {

    private final Edition inForce;
    private final List<Edition> known;

    StandardRules(Edition inForce, List<Edition> known) {
        this.inForce = inForce;
        this.known = known;
    }

    String leading() {
        return inForce.code();
    }

    SortedSet<Reference> references(Proposal typed, List<FieldError> errors) {
        var references = new TreeSet<Reference>();
        for (String code : typed.all(Field.CRITERIA)) {
            reference(inForce, code)
                    .ifPresentOrElse(
                            references::add,
                            () -> errors.add(new FieldError(
                                    "criteria",
                                    "criterion-unknown",
                                    "There is no criterion “%s” in the edition in force".formatted(Text.brief(code)))));
        }
        for (String word : typed.all(Field.REFERENCES)) {
            elsewhere(word)
                    .ifPresentOrElse(
                            references::add,
                            () -> errors.add(new FieldError(
                                    "references",
                                    "reference-unknown",
                                    "There is no “%s” in the editions known here".formatted(Text.brief(word)))));
        }
        boolean named = !typed.all(Field.CRITERIA).isEmpty()
                || references.stream().anyMatch(reference -> reference.edition().equals(leading()));
        if (!named) {
            errors.add(new FieldError("criteria", "criteria-missing", "Select at least one criterion"));
        }
        return references;
    }

    @Nullable
    String document(String typed, List<FieldError> errors) {
        if (typed.isBlank()) {
            return null;
        }
        var document = inForce.documents().stream()
                .filter(named -> named.code().equals(typed.strip()))
                .findFirst();
        if (document.isEmpty()) {
            errors.add(new FieldError(
                    "document",
                    "document-unknown",
                    "The edition in force names no document “%s”".formatted(Text.brief(typed))));
        }
        return document.map(Edition.NamedDocument::code).orElse(null);
    }

    private Optional<Reference> elsewhere(String word) {
        int slash = word.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        return known.stream()
                .filter(edition ->
                        edition.code().equals(word.substring(0, slash).strip()))
                .findFirst()
                .flatMap(edition -> reference(edition, word.substring(slash + 1)));
    }

    private static Optional<Reference> reference(Edition edition, String code) {
        return Optional.of(code.strip())
                .filter(CriterionCode::isCode)
                .map(CriterionCode::new)
                .flatMap(edition::criterion)
                .map(criterion -> new Reference(edition.code(), criterion.code(), criterion.textVersion()));
    }
}
