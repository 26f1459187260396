package org.ncsoversight.criteria.standard.comparison;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Two texts as one, in runs of words that stayed, came or went. */
public final class WordDifference {

    /** What became of a run of words. */
    public enum Kind {
        SAME,
        INSERTED,
        DELETED
    }

    /** A run of words without the space around it; {@code paragraph} says that a new paragraph begins with it. */
    public record Run(Kind kind, String text, boolean paragraph) {

        public boolean inserted() {
            return kind == Kind.INSERTED;
        }

        public boolean deleted() {
            return kind == Kind.DELETED;
        }
    }

    private static final Pattern WORD_OR_BREAK = Pattern.compile("\\n+|\\S+");

    private WordDifference() {}

    public static List<Run> between(String before, String after) {
        List<String> old = words(before);
        List<String> young = words(after);
        var runs = new Runs();
        var gone = new ArrayList<String>();
        var come = new ArrayList<String>();
        int position = 0;
        // The algorithm that needs no table of both texts: these can be long, and memory is short.
        for (AbstractDelta<String> delta : DiffUtils.diff(old, young, new MyersDiffWithLinearSpace<String>())
                .getDeltas()) {
            int start = delta.getSource().getPosition();
            if (start > position) {
                runs.add(Kind.DELETED, gone);
                runs.add(Kind.INSERTED, come);
                runs.add(Kind.SAME, new ArrayList<>(old.subList(position, start)));
            }
            gone.addAll(delta.getSource().getLines());
            come.addAll(delta.getTarget().getLines());
            position = start + delta.getSource().size();
        }
        runs.add(Kind.DELETED, gone);
        runs.add(Kind.INSERTED, come);
        runs.add(Kind.SAME, new ArrayList<>(old.subList(position, old.size())));
        return runs.all;
    }

    private static List<String> words(String text) {
        return WORD_OR_BREAK.matcher(text).results().map(MatchResult::group).toList();
    }

    private static final class Runs {

        private final List<Run> all = new ArrayList<>();
        private boolean paragraph;

        void add(Kind kind, List<String> words) {
            var text = new ArrayList<String>();
            for (String word : words) {
                if (word.isBlank()) {
                    flush(kind, text);
                    paragraph = true;
                } else {
                    text.add(word);
                }
            }
            flush(kind, text);
            words.clear();
        }

        private void flush(Kind kind, List<String> words) {
            if (!words.isEmpty()) {
                all.add(new Run(kind, String.join(" ", words), paragraph && !all.isEmpty()));
                words.clear();
                paragraph = false;
            }
        }
    }
}
