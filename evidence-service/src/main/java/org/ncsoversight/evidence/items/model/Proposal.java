package org.ncsoversight.evidence.items.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;

/** What somebody typed or sent, field by field, before anything is known about it; absent fields are empty. */
public record Proposal(Map<Field, List<String>> values) {

    public static final Proposal EMPTY = new Proposal(Map.of());

    public Proposal {
        var kept = new EnumMap<Field, List<String>>(Field.class);
        values.forEach((field, typed) -> {
            if (!typed.isEmpty()) {
                kept.put(field, List.copyOf(typed));
            }
        });
        values = Collections.unmodifiableMap(kept);
    }

    /** What would have to be typed to say this; its threads are kept apart from what a form asks. */
    public static Proposal of(Evidence evidence) {
        return of(evidence.content())
                .with(
                        Field.REPLACES,
                        Optional.ofNullable(evidence.replaces())
                                .map(EvidenceId::toString)
                                .orElse(""));
    }

    public static Proposal of(Content content) {
        var references = new ArrayList<String>();
        content.references().stream()
                .filter(reference -> !reference.edition().equals(content.edition()))
                .forEach(reference -> references.add(reference.edition() + "/" + reference.code()));
        return EMPTY.with(
                        Field.CRITERIA,
                        content.codes().stream().map(CriterionCode::value).toList())
                .with(Field.REFERENCES, references)
                .with(Field.VOICE, content.voice().word())
                .with(Field.KIND, content.kind().word())
                .with(Field.TITLE, content.title())
                .with(Field.STATEMENT, content.statement())
                .with(Field.PERIOD_FROM, content.period().from().toString())
                .with(Field.PERIOD_TO, content.period().to().toString())
                .with(Field.REVIEW_DATE, content.reviewDate().toString())
                .with(Field.LINK, Optional.ofNullable(content.link()).orElse(""))
                .with(Field.DOCUMENT, Optional.ofNullable(content.document()).orElse(""))
                .with(Field.CLASSIFICATION, content.classification().word())
                .with(Field.OWNER, Optional.ofNullable(content.owner()).orElse(""))
                .with(
                        Field.THREADS,
                        content.threads().stream().map(UUID::toString).toList());
    }

    public String text(Field field) {
        return all(field).stream().findFirst().orElse("");
    }

    public List<String> all(Field field) {
        return values.getOrDefault(field, List.of());
    }

    public boolean has(Field field) {
        return all(field).stream().anyMatch(text -> !text.isBlank());
    }

    /** Empty text takes the field away. */
    public Proposal with(Field field, String text) {
        return with(field, text.isEmpty() ? List.of() : List.of(text));
    }

    public Proposal with(Field field, List<String> typed) {
        var changed = new EnumMap<Field, List<String>>(Field.class);
        changed.putAll(values);
        changed.put(field, typed);
        return new Proposal(changed);
    }

    /** The fields of the other, and of this those that the other leaves out. */
    public Proposal with(Proposal other) {
        var both = new EnumMap<Field, List<String>>(Field.class);
        both.putAll(values);
        both.putAll(other.values);
        return new Proposal(both);
    }
}
