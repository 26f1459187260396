package org.ncsoversight.evidence.items.drafting.steps;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.items.model.Proposal;

/** The questions a provider is asked, one page each, in this order. */
enum Step {
    CRITERIA("criteria", "Which criteria is it evidence for?"),
    VOICE("voice", "Whose voice is this?"),
    KIND("kind", "What kind of evidence is it?"),
    ABOUT("about", "What does it show?"),
    DATES("dates", "Which period does it cover?"),
    LINK("link", "Where can it be looked at?"),
    FILES("files", "Add files"),
    HANDLING("handling", "How must it be handled?");

    private static final List<Step> ORDER = List.of(values());
    private static final Set<Field> OPTIONAL = Set.of(Field.REFERENCES, Field.DOCUMENT, Field.OWNER, Field.REPLACES);

    private final String word;
    private final String question;

    Step(String word, String question) {
        this.word = word;
        this.question = question;
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
        return switch (this) {
            case CRITERIA -> List.of(Field.CRITERIA, Field.REFERENCES);
            case VOICE -> List.of(Field.VOICE);
            case KIND -> List.of(Field.KIND, Field.DOCUMENT);
            case ABOUT -> List.of(Field.TITLE, Field.STATEMENT);
            case DATES -> List.of(Field.PERIOD_FROM, Field.PERIOD_TO, Field.REVIEW_DATE);
            case LINK -> List.of(Field.LINK);
            case FILES -> List.of();
            case HANDLING -> List.of(Field.CLASSIFICATION, Field.OWNER, Field.REPLACES);
        };
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
        return fields().stream().anyMatch(asked -> asked.word().equals(field))
                || (this == FILES && field.equals("files"));
    }

    /** A link needs an address, and nothing else does. */
    private boolean isAsked(Proposal proposal) {
        return this != LINK || proposal.text(Field.KIND).equals(Kind.LINK.word());
    }

    /** Empty after the last: then the answers are checked. */
    Optional<Step> next(Proposal proposal) {
        return ORDER.subList(ORDER.indexOf(this) + 1, ORDER.size()).stream()
                .filter(step -> step.isAsked(proposal))
                .findFirst();
    }

    Optional<Step> previous(Proposal proposal) {
        return ORDER.subList(0, ORDER.indexOf(this)).reversed().stream()
                .filter(step -> step.isAsked(proposal))
                .findFirst();
    }

    /** The first that has not been answered, to go on with; files may be left out. */
    static Optional<Step> firstOpen(Proposal proposal) {
        return ORDER.stream()
                .filter(step -> step.isAsked(proposal))
                .filter(step -> step.fields().stream()
                        .filter(field -> !OPTIONAL.contains(field))
                        .anyMatch(field -> !proposal.has(field)))
                .findFirst();
    }
}
