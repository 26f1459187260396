package org.ncsoversight.criteria.pages;

import java.util.List;

/** A text as the paragraphs in which a page shows it. */
public final class Paragraphs {

    private Paragraphs() {}

    public static List<String> of(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
