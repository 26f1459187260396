package org.ncsoversight.evidence.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ncsoversight.evidence.model.Content;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.EvidenceFile;

/** Tells a repeat of an earlier submission from another one under the same id; a repeat stays one on later days. */
public final class Repeat {

    private Repeat() {}

    public static boolean isRepeat(Submission now, Evidence earlier) throws IOException {
        return sameWords(now, earlier.content()) && sameFiles(now.files(), earlier.files());
    }

    private static boolean sameWords(Submission now, Content earlier) {
        var codes = new TreeSet<String>();
        now.criteria().forEach(code -> codes.add(code.strip()));
        var earlierCodes = new TreeSet<String>();
        earlier.codes().forEach(code -> earlierCodes.add(code.value()));
        return Text.clean(now.title()).equals(earlier.title())
                && Text.clean(now.statement()).equals(earlier.statement())
                && now.voice().strip().equals(earlier.voice().word())
                && codes.equals(earlierCodes)
                && Text.date(now.periodFrom())
                        .equals(Optional.of(earlier.period().from()))
                && Text.date(now.periodTo()).equals(Optional.of(earlier.period().to()))
                && Text.date(now.reviewDate()).equals(Optional.of(earlier.reviewDate()));
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
