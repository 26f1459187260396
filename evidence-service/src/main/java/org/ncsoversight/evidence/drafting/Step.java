package org.ncsoversight.evidence.drafting;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.evidence.model.Field;
import org.ncsoversight.evidence.model.Kind;
import org.ncsoversight.evidence.model.Proposal;

/** The questions a provider is asked, one page each, in this order. */
enum Step {
    CRITERIA("criteria", "Which criteria is it evidence for?", Field.CRITERIA),
    VOICE("voice", "Whose voice is this?", Field.VOICE),
    KIND("kind", "What kind of evidence is it?", Field.KIND, Field.DOCUMENT),
    ABOUT("about", "What does it show?", Field.TITLE, Field.STATEMENT),
    DATES("dates", "Which period does it cover?", Field.PERIOD_FROM, Field.PERIOD_TO, Field.REVIEW_DATE),
    LINK("link", "Where can it be looked at?", Field.LINK),
    FILES("files", "Add files"),
    HANDLING("handling", "How must it be handled?", Field.CLASSIFICATION, Field.OWNER);

    private final String word;
    private final String question;
    private final List<Field> fields;

    Step(String word, String question, Field... fields) {
        this.word = word;
        this.question = question;
        this.fields = List.of(fields);
    }

    /** The last part of its page's address. */
    public String word() {
        return word;
    }

    /** Its page's heading. */
    public String question() {
        return question;
    }

    public List<Field> fields() {
        return fields;
    }

    static Optional<Step> of(String word) {
        for (Step step : values()) {
            if (step.word.equals(word)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** Whether an error in this field belongs on its page. */
    boolean asksFor(String field) {
        return fields.stream().anyMatch(asked -> asked.word().equals(field))
                || (this == FILES && field.equals("files"))
                || (this == CRITERIA && field.equals(Field.REFERENCES.word()));
    }

    /** A link needs an address, and nothing else does. */
    private boolean isAsked(Proposal proposal) {
        return this != LINK || proposal.text(Field.KIND).equals(Kind.LINK.word());
    }

    /** Empty after the last: then the answers are checked. */
    Optional<Step> next(Proposal proposal) {
        return List.of(values()).subList(ordinal() + 1, values().length).stream()
                .filter(step -> step.isAsked(proposal))
                .findFirst();
    }

    Optional<Step> previous(Proposal proposal) {
        return List.of(values()).subList(0, ordinal()).reversed().stream()
                .filter(step -> step.isAsked(proposal))
                .findFirst();
    }

    /** The first that has not been answered, to go on with; files may be left out. */
    static Optional<Step> firstOpen(Proposal proposal) {
        return List.of(values()).stream()
                .filter(step -> step.isAsked(proposal))
                .filter(step -> step.fields.stream()
                        .filter(field -> field != Field.DOCUMENT && field != Field.OWNER)
                        .anyMatch(field -> !proposal.has(field)))
                .findFirst();
    }
}
