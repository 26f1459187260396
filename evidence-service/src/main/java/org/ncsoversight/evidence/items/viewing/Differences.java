package org.ncsoversight.evidence.items.viewing;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.items.model.Revision;

/** What differs between two revisions, field by field and word by word. */
record Differences(List<Change> changes, List<EvidenceFile> filesAdded, List<EvidenceFile> filesRemoved) {

    private static final Pattern WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

    /** A stretch of text that is in both, only in the older, or only in the newer. */
    record Piece(String text, boolean removed, boolean added) {}

    /** A field that says something else. */
    record Change(Field field, List<Piece> pieces) {}

    static Differences between(Revision older, Revision newer) {
        Proposal before = Proposal.of(older.content());
        Proposal after = Proposal.of(newer.content());
        var changes = new ArrayList<Change>();
        for (Field field : Field.values()) {
            String was = String.join(", ", before.all(field));
            String is = String.join(", ", after.all(field));
            if (!was.equals(is)) {
                changes.add(new Change(field, pieces(was, is)));
            }
        }
        return new Differences(
                List.copyOf(changes), missing(newer.files(), older.files()), missing(older.files(), newer.files()));
    }

    public boolean none() {
        return changes.isEmpty() && filesAdded.isEmpty() && filesRemoved.isEmpty();
    }

    private static List<EvidenceFile> missing(List<EvidenceFile> in, List<EvidenceFile> from) {
        return in.stream().filter(file -> from.stream().noneMatch(file::sameAs)).toList();
    }

    private static List<Piece> pieces(String was, String is) {
        var before = List.of(WORDS.split(was, -1));
        var after = List.of(WORDS.split(is, -1));
        var pieces = new ArrayList<Piece>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, true).getDeltas()) {
            boolean same = Objects.equals(delta.getType(), DeltaType.EQUAL);
            add(pieces, delta.getSource().getLines(), !same, false);
            if (!same) {
                add(pieces, delta.getTarget().getLines(), false, true);
            }
        }
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, List<String> words, boolean removed, boolean added) {
        String text = String.join("", words);
        if (!text.isBlank()) {
            pieces.add(new Piece(text, removed, added));
        }
    }
}
