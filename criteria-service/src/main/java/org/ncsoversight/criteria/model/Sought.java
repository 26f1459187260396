package org.ncsoversight.criteria.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as it is looked up: signs that keyboards do not have are the ones they have, and accents and capitals do not count. */
public record Sought(String text) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u201B\u02BC\u2032`\u00B4]");
    private static final Pattern QUOTES = Pattern.compile("[\u201C\u201D\u201E\u2033]");
    private static final Pattern DASHES = Pattern.compile("\\p{Pd}");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    public Sought {
        text = folded(text);
    }

    public boolean isIn(String name) {
        return folded(name).contains(text);
    }

    // Apostrophes first: the acute accent comes apart into a space and a mark.
    private static String folded(String text) {
        String plain = QUOTES.matcher(APOSTROPHES.matcher(text).replaceAll("'")).replaceAll("\"");
        String bare = ACCENTS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
                .replaceAll("");
        return SPACES.matcher(DASHES.matcher(bare).replaceAll("-"))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.UK);
    }
}
