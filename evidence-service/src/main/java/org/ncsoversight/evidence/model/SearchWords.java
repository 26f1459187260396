package org.ncsoversight.evidence.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The words of a text as they are looked up: in small letters, without accents, and without the English plural, so that
 * "survey" finds "Surveys". A word is found whole, never in the middle of another.
 */
public final class SearchWords {

    /** More than any statement of the longest kind has; a limit on what one document puts into an index. */
    private static final int MOST_WORDS = 1500;

    private static final int LONGEST_WORD_IN_CHARACTERS = 40;
    private static final int SHORTEST_PLURAL_IN_CHARACTERS = 4;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’]");
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

    private SearchWords() {}

    public static List<String> in(String... texts) {
        var words = new TreeSet<String>();
        for (String text : texts) {
            var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                    .replaceAll("");
            var joined = APOSTROPHES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
            Arrays.stream(BETWEEN_WORDS.split(joined))
                    .filter(word -> !word.isEmpty())
                    .map(SearchWords::stem)
                    .limit(MOST_WORDS)
                    .forEach(words::add);
        }
        return List.copyOf(words);
    }

    /** Harman's rules for the plural: wrong about some words, and in the same way on both sides of a search. */
    private static String stem(String word) {
        String brief =
                word.length() <= LONGEST_WORD_IN_CHARACTERS ? word : word.substring(0, LONGEST_WORD_IN_CHARACTERS);
        if (brief.length() < SHORTEST_PLURAL_IN_CHARACTERS || !brief.endsWith("s")) {
            return brief;
        }
        if (brief.endsWith("ies")) {
            return brief.substring(0, brief.length() - 3) + "y";
        }
        return brief.endsWith("us") || brief.endsWith("ss") ? brief : brief.substring(0, brief.length() - 1);
    }
}
