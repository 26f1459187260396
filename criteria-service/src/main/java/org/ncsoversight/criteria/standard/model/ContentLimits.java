package org.ncsoversight.criteria.standard.model;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** How much of everything an edition may hold, so that nothing from outside fills the memory or breaks a file format. */
final class ContentLimits {

    private static final int MANY = 200;
    private static final int LINKS = 2_000;
    private static final int PROMPTS = 20;
    private static final int SHORT = 1_000;
    private static final int LONG = 20_000;
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int CODE_LENGTH = 60;

    private ContentLimits() {}

    static void check(
            String title,
            List<Element> elements,
            List<Criterion> criteria,
            List<NamedDocument> documents,
            List<Link> links,
            List<GoldenThread> threads,
            List<Measure> measures) {
        text("The title", title, SHORT);
        count("elements", elements, MANY);
        count("criteria", criteria, MANY);
        count("documents", documents, MANY);
        count("links", links, LINKS);
        count("threads", threads, MANY);
        count("measures", measures, MANY);
        if (elements.isEmpty() || criteria.isEmpty()) {
            throw new IllegalArgumentException("An edition needs an element and a criterion");
        }
        elements.forEach(element -> {
            text("The title of element " + element.number(), element.title(), SHORT);
            free("The text of element " + element.number(), element.about(), LONG);
        });
        criteria.forEach(ContentLimits::criterion);
        documents.forEach(document -> named("document", document.code(), document.title(), document.criteria()));
        threads.forEach(thread -> {
            named("thread", thread.code(), thread.title(), thread.criteria());
            free("The text of thread " + thread.code(), thread.about(), LONG);
        });
        measures.forEach(measure -> named("measure", measure.code(), measure.title(), measure.criteria()));
    }

    private static void criterion(Criterion criterion) {
        String of = " of criterion " + criterion.code();
        text("The title" + of, criterion.title(), SHORT);
        text("What is asked" + of, criterion.asks(), LONG);
        free("The practice" + of, criterion.practice(), LONG);
        count("documents" + of, criterion.documents(), PROMPTS);
        criterion.documents().forEach(document -> text("A document" + of, document, SHORT));
        criterion.prompts().values().forEach(prompts -> {
            count("prompts" + of, prompts, PROMPTS);
            prompts.forEach(prompt -> text("A prompt" + of, prompt, SHORT));
        });
        if (criterion.textVersion() < 1) {
            throw new IllegalArgumentException("The text version" + of + " is below 1");
        }
    }

    private static void named(String what, String code, String title, List<CriterionCode> criteria) {
        if (code.length() > CODE_LENGTH || !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("Not a code of a " + what + ": " + code);
        }
        text("The title of " + what + " " + code, title, SHORT);
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("The " + what + " " + code + " names no criterion");
        }
    }

    private static void count(String what, Collection<?> things, int limit) {
        if (things.size() > limit) {
            throw new IllegalArgumentException("There are more than " + limit + " " + what);
        }
    }

    private static void text(String what, String text, int limit) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is missing");
        }
        free(what, text, limit);
    }

    private static void free(String what, String text, int limit) {
        if (text.length() > limit) {
            throw new IllegalArgumentException(what + " is longer than " + limit + " characters");
        }
        if (!text.equals(text.strip())) {
            throw new IllegalArgumentException(what + " begins or ends with a space");
        }
        if (text.codePoints().anyMatch(ContentLimits::unprintable)) {
            throw new IllegalArgumentException(what + " contains characters that are no text");
        }
    }

    private static boolean unprintable(int character) {
        return (Character.isISOControl(character) && character != '\n')
                || Character.getType(character) == Character.SURROGATE
                || (character & 0xFFFE) == 0xFFFE;
    }
}
