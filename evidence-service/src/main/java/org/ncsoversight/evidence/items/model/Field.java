package org.ncsoversight.evidence.items.model;

import java.util.Optional;

/** The fields in which a provider says what a piece of evidence is. */
public enum Field {
    CRITERIA("criteria"),
    /** Criteria of any edition, each as edition/criterion. */
    REFERENCES("references"),
    VOICE("voice"),
    KIND("kind"),
    TITLE("title"),
    STATEMENT("statement"),
    PERIOD_FROM("periodFrom"),
    PERIOD_TO("periodTo"),
    REVIEW_DATE("reviewDate"),
    LINK("link"),
    DOCUMENT("document"),
    CLASSIFICATION("classification"),
    OWNER("owner"),
    THREADS("threads"),
    /** The older item that this one replaces. */
    REPLACES("replaces");

    private final String word;

    Field(String word) {
        this.word = word;
    }

    /** Its name in JSON, in forms and in errors. */
    public String word() {
        return word;
    }

    public static Optional<Field> of(String word) {
        for (Field field : values()) {
            if (field.word.equals(word)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
