package org.ncsoversight.evidence.items.intake;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ncsoversight.evidence.files.Fingerprint;
import org.ncsoversight.evidence.files.ReceivedFile;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.items.model.Revision;
import org.ncsoversight.evidence.model.Text;

/** Tells a repeat of an earlier submission from another one under the same id; a repeat stays one on later days. */
public final class Repeat {

    private static final List<Field> TEXTS =
            List.of(Field.VOICE, Field.TITLE, Field.STATEMENT, Field.LINK, Field.DOCUMENT);
    private static final List<Field> DATES = List.of(Field.PERIOD_FROM, Field.PERIOD_TO, Field.REVIEW_DATE);
    private static final List<Field> LISTS = List.of(Field.CRITERIA, Field.REFERENCES, Field.THREADS);

    private Repeat() {}

    /** Whether this was submitted before, be it that more was submitted since. */
    public static boolean isRepeat(Submission now, Evidence earlier) throws IOException {
        for (Revision revision : earlier.revisions()) {
            if (sameWords(now, revision) && sameFiles(now.files(), revision.files())) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameWords(Submission submission, Revision revision) {
        Proposal now = submission.proposal();
        Proposal earlier = Proposal.of(revision.content());
        var kind = submission.files().isEmpty() ? Kind.ACCOUNT : Kind.DOCUMENT;
        return TEXTS.stream().allMatch(field -> Text.clean(now.text(field)).equals(earlier.text(field)))
                && DATES.stream().allMatch(field -> Text.date(now.text(field)).equals(Text.date(earlier.text(field))))
                && LISTS.stream().allMatch(field -> set(now, field).equals(set(earlier, field)))
                && or(now, Field.KIND, kind.word()).equals(earlier.text(Field.KIND))
                && or(now, Field.CLASSIFICATION, Classification.OFFICIAL.word())
                        .equals(earlier.text(Field.CLASSIFICATION))
                && or(now, Field.OWNER, earlier.text(Field.OWNER)).equals(earlier.text(Field.OWNER));
    }

    private static String or(Proposal now, Field field, String otherwise) {
        return now.has(field) ? now.text(field).strip() : otherwise;
    }

    private static Set<String> set(Proposal proposal, Field field) {
        var values = new TreeSet<String>();
        proposal.all(field).forEach(value -> values.add(value.strip()));
        return values;
    }

    private static boolean sameFiles(List<ReceivedFile> now, List<EvidenceFile> earlier) throws IOException {
        if (now.size() != earlier.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            ReceivedFile file = now.get(i);
            EvidenceFile kept = earlier.get(i);
            boolean same = file.sizeInBytes() == kept.sizeInBytes()
                    && file.name().equals(kept.name())
                    && Fingerprint.of(file).equals(kept.sha256());
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
