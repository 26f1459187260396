package org.ncsoversight.evidence.items.answering;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;

/**
 * A criterion that a piece of evidence answers, as its edition puts it; the code alone where that edition is not known here.
 *
 * @param editionTitle the edition's name, or its code where the edition is not known
 * @param asks what it asks for in full, if the edition says
 * @param prompts questions that help each voice to speak to it
 * @param leading whether it is of the edition that leads the evidence
 */
public record AnsweredCriterion(
        String edition,
        String editionTitle,
        String code,
        String title,
        @Nullable String asks,
        List<Voice> voices,
        Map<Voice, List<String>> prompts,
        boolean leading) {

    /** Those of the leading edition first. */
    public static List<AnsweredCriterion> of(Content content, List<Edition> known) {
        return content.references().stream()
                .map(reference -> of(reference.edition(), reference.code().value(), content.edition(), known))
                .sorted(Comparator.comparing(answered -> !answered.leading()))
                .toList();
    }

    /** What was typed, right or wrong. */
    public static List<AnsweredCriterion> of(Proposal typed, Edition leading, List<Edition> known) {
        var elsewhere = typed.all(Field.REFERENCES).stream().map(word -> {
            int slash = word.indexOf('/');
            return of(word.substring(0, Math.max(0, slash)), word.substring(slash + 1), leading.code(), known);
        });
        return Stream.concat(
                        typed.all(Field.CRITERIA).stream().map(code -> of(leading.code(), code, leading.code(), known)),
                        elsewhere)
                .toList();
    }

    private static AnsweredCriterion of(String editionCode, String code, String leading, List<Edition> known) {
        var edition =
                known.stream().filter(one -> one.code().equals(editionCode)).findFirst();
        var criterion = edition.flatMap(one -> Optional.of(code)
                .filter(CriterionCode::isCode)
                .map(CriterionCode::new)
                .flatMap(one::criterion));
        return new AnsweredCriterion(
                editionCode,
                edition.map(Edition::title).orElse(editionCode),
                code,
                criterion.map(Criterion::title).orElse(""),
                criterion.map(Criterion::asks).orElse(null),
                criterion.map(Criterion::voices).orElse(List.of()),
                criterion.map(Criterion::prompts).orElse(Map.of()),
                editionCode.equals(leading));
    }

    /** In one line; the edition only where it is another than the leading one. */
    public String words() {
        String named = title.isEmpty() ? code : code + " " + title;
        return leading ? named : "%s (%s)".formatted(named, editionTitle);
    }
}
