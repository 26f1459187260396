package org.ncsoversight.evidence.items.intake;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;

/** The item of a request as it arrives: everything may be absent, so that each field gets its own error. */
public record ItemJson(
        @Nullable String evidence,
        @Nullable String title,
        @Nullable String statement,
        @Nullable String voice,
        @Nullable String kind,
        @Nullable List<@Nullable String> criteria,
        @Nullable List<@Nullable ReferenceJson> references,
        @Nullable String periodFrom,
        @Nullable String periodTo,
        @Nullable String reviewDate,
        @Nullable String classification,
        @Nullable String owner,
        @Nullable String link,
        @Nullable String document,
        @Nullable List<@Nullable String> threads,
        @Nullable String replaces) {

    /** A criterion of any edition. */
    public record ReferenceJson(
            @Nullable String edition, @Nullable String criterion) {

        String word() {
            return text(edition) + "/" + text(criterion);
        }
    }

    public Proposal proposal() {
        return Proposal.EMPTY
                .with(Field.TITLE, text(title))
                .with(Field.STATEMENT, text(statement))
                .with(Field.VOICE, text(voice))
                .with(Field.KIND, text(kind))
                .with(Field.CRITERIA, texts(criteria))
                .with(Field.REFERENCES, referenceWords())
                .with(Field.PERIOD_FROM, text(periodFrom))
                .with(Field.PERIOD_TO, text(periodTo))
                .with(Field.REVIEW_DATE, text(reviewDate))
                .with(Field.CLASSIFICATION, text(classification))
                .with(Field.OWNER, text(owner))
                .with(Field.LINK, text(link))
                .with(Field.DOCUMENT, text(document))
                .with(Field.THREADS, texts(threads))
                .with(Field.REPLACES, text(replaces));
    }

    private List<String> referenceWords() {
        return references == null
                ? List.of()
                : references.stream()
                        .filter(Objects::nonNull)
                        .map(ReferenceJson::word)
                        .toList();
    }

    private static List<String> texts(@Nullable List<@Nullable String> values) {
        return values == null ? List.of() : values.stream().map(ItemJson::text).toList();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
