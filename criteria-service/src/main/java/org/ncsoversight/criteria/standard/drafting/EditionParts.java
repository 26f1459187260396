package org.ncsoversight.criteria.standard.drafting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ncsoversight.criteria.standard.drafting.Field.Option;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Element;
import org.ncsoversight.criteria.standard.model.GoldenThread;
import org.ncsoversight.criteria.standard.model.Measure;
import org.ncsoversight.criteria.standard.model.NamedDocument;
import org.ncsoversight.criteria.standard.model.drafting.Draft;

/** What can be edited of an edition besides its criteria. */
final class EditionParts {

    private static final String TITLE = "title";
    private static final String ABOUT = "about";
    private static final String CODE = "code";
    private static final String CRITERIA = "criteria";
    private static final String LAPSES_SOON = "lapsesSoonInDays";
    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,2}");

    private EditionParts() {}

    record Title(String title, int lapsesSoonInDays) implements Part {

        @Override
        public String heading() {
            return "Title of the edition";
        }

        @Override
        public List<Field> fields() {
            return List.of(
                    Field.line(TITLE, "Title", "", title),
                    Field.line(
                            LAPSES_SOON,
                            "How many days before its review date evidence lapses soon",
                            "",
                            Integer.toString(lapsesSoonInDays)));
        }

        /** Without a number of days the one before stays. */
        @Override
        public Draft changed(Draft draft, Form form) {
            String other = form.needed(TITLE, "a title");
            String days =
                    form.text(LAPSES_SOON).isEmpty() ? Integer.toString(lapsesSoonInDays) : form.text(LAPSES_SOON);
            if (!DAYS.matcher(days).matches() || Integer.parseInt(days) > Contents.LONGEST_LAPSES_SOON_IN_DAYS) {
                form.wrong(
                        LAPSES_SOON,
                        "not-a-number",
                        "Enter a whole number of days from 1 to " + Contents.LONGEST_LAPSES_SOON_IN_DAYS);
            }
            return form.problems().isEmpty()
                    ? draft.with(draft.contents().titled(other).withLapsesSoon(Integer.parseInt(days)))
                    : draft;
        }
    }

    record AnElement(Element element, boolean isNew) implements Part {

        @Override
        public String heading() {
            return (isNew ? "Add element " : "Element ") + element.number();
        }

        @Override
        public List<Field> fields() {
            return List.of(
                    Field.line(TITLE, "Title", "", element.title()),
                    Field.area(ABOUT, "What it is about", "", element.about()));
        }

        @Override
        public Draft changed(Draft draft, Form form) {
            String title = form.needed(TITLE, "a title");
            if (title.isEmpty()) {
                return draft;
            }
            var told = new Element(element.number(), title, form.text(ABOUT));
            return draft.with(
                    draft.contents().withElements(put(draft.contents().elements(), told, Element::number, isNew)));
        }

        @Override
        public Optional<Draft> removed(Draft draft) {
            return isNew || !draft.contents().criteriaOf(element).isEmpty()
                    ? Optional.empty()
                    : Optional.of(draft.with(draft.contents()
                            .withElements(without(draft.contents().elements(), element.number(), Element::number))));
        }
    }

    record ADocument(Optional<NamedDocument> document) implements Part {

        @Override
        public String heading() {
            return document.map(known -> "Named document: " + known.title()).orElse("Add a named document");
        }

        @Override
        public List<Field> fields() {
            return named(
                    document.map(NamedDocument::code),
                    document.map(NamedDocument::title).orElse(""),
                    document.map(NamedDocument::criteria).orElse(List.of()),
                    List.of());
        }

        @Override
        public Draft changed(Draft draft, Form form) {
            return saved(
                    draft,
                    form,
                    document.map(NamedDocument::code),
                    (code, title) -> new NamedDocument(code, title, form.codes(CRITERIA)),
                    document -> draft.contents()
                            .withDocuments(put(
                                    draft.contents().documents(),
                                    document,
                                    NamedDocument::code,
                                    this.document.isEmpty())));
        }

        @Override
        public Optional<Draft> removed(Draft draft) {
            return document.map(known -> draft.with(draft.contents()
                    .withDocuments(without(draft.contents().documents(), known.code(), NamedDocument::code))));
        }
    }

    record AThread(Optional<GoldenThread> thread) implements Part {

        @Override
        public String heading() {
            return thread.map(known -> "Golden thread: " + known.title()).orElse("Add a golden thread");
        }

        @Override
        public List<Field> fields() {
            return named(
                    thread.map(GoldenThread::code),
                    thread.map(GoldenThread::title).orElse(""),
                    thread.map(GoldenThread::criteria).orElse(List.of()),
                    List.of(Field.area(
                            ABOUT,
                            "What it is about",
                            "",
                            thread.map(GoldenThread::about).orElse(""))));
        }

        @Override
        public Draft changed(Draft draft, Form form) {
            return saved(
                    draft,
                    form,
                    thread.map(GoldenThread::code),
                    (code, title) -> new GoldenThread(code, title, form.text(ABOUT), form.codes(CRITERIA)),
                    told -> draft.contents()
                            .withThreads(put(draft.contents().threads(), told, GoldenThread::code, thread.isEmpty())));
        }

        @Override
        public Optional<Draft> removed(Draft draft) {
            return thread.map(known -> draft.with(draft.contents()
                    .withThreads(without(draft.contents().threads(), known.code(), GoldenThread::code))));
        }
    }

    static List<Field> named(Optional<String> code, String title, List<CriterionCode> criteria, List<Field> more) {
        Stream<Field> first = code.isPresent()
                ? Stream.empty()
                : Stream.of(Field.line(CODE, "Code", "Small letters, digits and hyphens", ""));
        return Stream.of(
                        first,
                        Stream.of(
                                Field.line(TITLE, "Title", "", title),
                                Field.line(CRITERIA, "Criteria", "Numbers with spaces between", words(criteria))),
                        more.stream())
                .flatMap(fields -> fields)
                .toList();
    }

    /** Saves something that has a code, a title and criteria. */
    static <T> Draft saved(
            Draft draft,
            Form form,
            Optional<String> known,
            BiFunction<String, String, T> made,
            Function<T, Contents> contents) {
        String code = known.orElseGet(() -> form.needed(CODE, "a code").toLowerCase(Locale.ROOT));
        String title = form.needed(TITLE, "a title");
        if (form.codes(CRITERIA).isEmpty() && form.problems().isEmpty()) {
            form.wrong(CRITERIA, "missing", "Enter at least one criterion");
        }
        return form.problems().isEmpty() ? draft.with(contents.apply(made.apply(code, title))) : draft;
    }

    static <T, K> List<T> put(List<T> all, T one, Function<T, K> key, boolean isNew) {
        return isNew
                ? Stream.concat(all.stream(), Stream.of(one)).toList()
                : all.stream()
                        .map(other -> key.apply(other).equals(key.apply(one)) ? one : other)
                        .toList();
    }

    static <T, K> List<T> without(List<T> all, K one, Function<T, K> key) {
        return all.stream().filter(other -> !key.apply(other).equals(one)).toList();
    }

    static String words(List<CriterionCode> codes) {
        return codes.stream().map(CriterionCode::value).collect(Collectors.joining(" "));
    }

    static List<Option> directions() {
        return List.of(
                new Option(code(Measure.Better.HIGHER), "Higher is better"),
                new Option(code(Measure.Better.LOWER), "Lower is better"));
    }

    static String code(Measure.Better better) {
        return better.name().toLowerCase(Locale.ROOT);
    }
}
