package org.ncsoversight.criteria.standard.searching;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/** Keeps passages as runs of text, so that whoever shows them decides how to mark and what to escape. */
final class Passages extends PassageFormatter {

    /** Some words, hit or not. */
    record Run(String text, boolean hit) {}

    @Override
    public List<List<Run>> format(Passage[] passages, String content) {
        var sentences = new ArrayList<List<Run>>();
        for (Passage passage : passages) {
            if (passage.getNumMatches() > 0) {
                sentences.add(runs(passage, content));
            }
        }
        return sentences;
    }

    private static List<Run> runs(Passage passage, String content) {
        var runs = new ArrayList<Run>();
        int position = passage.getStartOffset();
        for (int i = 0; i < passage.getNumMatches(); i++) {
            int start = Math.max(position, passage.getMatchStarts()[i]);
            int end = passage.getMatchEnds()[i];
            // Two hits can be one word.
            while (i + 1 < passage.getNumMatches() && passage.getMatchStarts()[i + 1] < end) {
                end = Math.max(end, passage.getMatchEnds()[++i]);
            }
            end = Math.min(end, passage.getEndOffset());
            if (start > position) {
                runs.add(new Run(content.substring(position, start), false));
            }
            if (end > start) {
                runs.add(new Run(content.substring(start, end), true));
                position = end;
            }
        }
        if (position < passage.getEndOffset()) {
            runs.add(new Run(content.substring(position, passage.getEndOffset()).stripTrailing(), false));
        }
        return runs.stream().filter(run -> !run.text().isEmpty()).toList();
    }
}
