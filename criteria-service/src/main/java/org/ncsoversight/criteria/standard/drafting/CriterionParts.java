package org.ncsoversight.criteria.standard.drafting;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ncsoversight.criteria.standard.drafting.Field.Option;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Link;
import org.ncsoversight.criteria.standard.model.Voice;
import org.ncsoversight.criteria.standard.model.drafting.Draft;

/** What can be edited of one criterion: its texts, voices, links, prompts and what to look for. */
final class CriterionParts {

    private static final String TITLE = "title";
    private static final String ASKS = "asks";
    private static final String PRACTICE = "practice";
    private static final String CODE = "code";
    private static final String VOICES = "voices";
    private static final String WHERE_APPROPRIATE = "whereAppropriate";

    private CriterionParts() {}

    record Added() implements Part {

        @Override
        public String heading() {
            return "Add a criterion";
        }

        @Override
        public List<Field> fields() {
            return Stream.concat(
                            Stream.of(Field.line(CODE, "Number", "For example 1.9, in an element that is there", "")),
                            texts("", "", "").stream())
                    .toList();
        }

        @Override
        public Draft changed(Draft draft, Form form) {
            Optional<CriterionCode> code = CriterionCode.parse(form.needed(CODE, "a number"));
            String title = form.needed(TITLE, "a title");
            String asks = form.needed(ASKS, "what it asks");
            if (code.isEmpty()) {
                form.wrong(CODE, "not-a-criterion", "Enter a number like 1.9");
                return draft;
            }
            if (draft.contents().criterion(code.get()).isPresent()) {
                form.wrong(CODE, "code-twice", "There is a criterion " + code.get() + " already");
                return draft;
            }
            if (!form.problems().isEmpty()) {
                return draft;
            }
            return draft.with(draft.contents()
                    .with(new Criterion(
                            code.get(),
                            title,
                            1,
                            asks,
                            form.text(PRACTICE),
                            List.of(),
                            List.of(Voice.MANAGER),
                            Set.of(),
                            Map.of(Voice.MANAGER, List.of()))));
        }
    }

    record Texts(Criterion criterion) implements Part {

        @Override
        public String heading() {
            return "Texts of criterion " + criterion.code();
        }

        @Override
        public List<Field> fields() {
            return texts(criterion.title(), criterion.asks(), criterion.practice());
        }

        @Override
        public Draft changed(Draft draft, Form form) {
            String title = form.needed(TITLE, "a title");
            String asks = form.needed(ASKS, "what it asks");
            return form.problems().isEmpty()
                    ? draft.with(draft.contents().with(criterion.withTexts(title, asks, form.text(PRACTICE))))
                    : draft;
        }

        @Override
        public Optional<Draft> removed(Draft draft) {
            return Optional.of(draft.without(criterion.code()));
        }
    }

    record Voices(Criterion criterion) implements Part {

        @Override
        public String heading() {
            return "Voices of criterion " + criterion.code();
        }

        @Override
        public List<Field> fields() {
            List<Option> options = Stream.of(Voice.values())
                    .map(voice -> new Option(voice.code(), voice.label()))
                    .toList();
            return List.of(
                    Field.checkboxes(
                            VOICES,
                            "Who must be able to speak to it",
                            criterion.title(),
                            criterion.voices().stream().map(Voice::code).toList(),
                            options),
                    Field.checkboxes(
                            WHERE_APPROPRIATE,
                            "Which of them only where appropriate",
                            "Leave empty if all are always needed",
                            criterion.whereAppropriate().stream()
                                    .map(Voice::code)
                                    .toList(),
                            options));
        }

        @Override
        public Draft changed(Draft draft, Form form) {
            Set<Voice> voices = chosen(form, VOICES);
            Set<Voice> whereAppropriate = chosen(form, WHERE_APPROPRIATE);
            if (voices.isEmpty()) {
                form.wrong(VOICES, "missing", "Select at least one voice");
            }
            if (!voices.containsAll(whereAppropriate)) {
                form.wrong(WHERE_APPROPRIATE, "not-asked", "Select only voices that are asked for above");
            }
            return form.problems().isEmpty()
                    ? draft.confirming(
                            criterion.code(),
                            draft.contents().with(criterion.withVoices(List.copyOf(voices), whereAppropriate)))
                    : draft;
        }

        private static Set<Voice> chosen(Form form, String field) {
            var chosen = new LinkedHashSet<Voice>();
            Stream.of(Voice.values())
                    .filter(voice -> form.all(field).contains(voice.code()))
                    .forEach(chosen::add);
            return chosen;
        }
    }

    record Links(Criterion criterion, Contents contents) implements Part {

        private static final String LINKS = "links";

        @Override
        public String heading() {
            return "Links of criterion " + criterion.code();
        }

        @Override
        public List<Field> fields() {
            return List.of(Field.checkboxes(
                    LINKS,
                    "Which criteria it names",
                    "A link goes one way; the other criterion may name this one too",
                    contents.linkedFrom(criterion.code()).stream()
                            .map(CriterionCode::value)
                            .toList(),
                    contents.criteria().stream()
                            .filter(other -> !other.code().equals(criterion.code()))
                            .map(other -> new Option(other.code().value(), other.code() + " " + other.title()))
                            .toList()));
        }

        @Override
        public Draft changed(Draft draft, Form form) {
            Stream<Link> others = draft.contents().links().stream()
                    .filter(link -> !link.from().equals(criterion.code()));
            Stream<Link> own = form.all(LINKS).stream()
                    .flatMap(code -> CriterionCode.parse(code).stream())
                    .distinct()
                    .map(to -> new Link(criterion.code(), to));
            return draft.with(draft.contents()
                    .withLinks(Stream.concat(others, own)
                            .sorted(Comparator.comparing(Link::from).thenComparing(Link::to))
                            .toList()));
        }
    }

    record Prompts(Criterion criterion) implements Part {

        @Override
        public String heading() {
            return "Prompts of criterion " + criterion.code();
        }

        @Override
        public List<Field> fields() {
            return criterion.voices().stream()
                    .map(voice -> Field.area(
                            voice.code(),
                            voice.label(),
                            "Questions that help them to speak, one on each line",
                            String.join("\n", criterion.prompts().getOrDefault(voice, List.of()))))
                    .toList();
        }

        @Override
        public Draft changed(Draft draft, Form form) {
            var prompts = new EnumMap<Voice, List<String>>(Voice.class);
            criterion.voices().forEach(voice -> prompts.put(voice, form.lines(voice.code())));
            return draft.with(draft.contents().with(criterion.withPrompts(prompts)));
        }
    }

    record LookingFor(Criterion criterion) implements Part {

        private static final String LOOKING_FOR = "lookingFor";

        @Override
        public String heading() {
            return "What to look for on criterion " + criterion.code();
        }

        @Override
        public List<Field> fields() {
            return List.of(Field.area(
                    LOOKING_FOR, "Documents and data", "One on each line", String.join("\n", criterion.documents())));
        }

        @Override
        public Draft changed(Draft draft, Form form) {
            return draft.with(draft.contents().with(criterion.withDocuments(form.lines(LOOKING_FOR))));
        }
    }

    private static List<Field> texts(String title, String asks, String practice) {
        return List.of(
                Field.area(TITLE, "Title", "", title),
                Field.area(ASKS, "What it asks", "An empty line begins a new paragraph", asks),
                Field.area(PRACTICE, "What this might mean in practice", "May be empty", practice));
    }
}
