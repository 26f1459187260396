package org.ncsoversight.evidence.items.intake;

import java.util.List;
import org.ncsoversight.evidence.files.ReceivedFile;
import org.ncsoversight.evidence.items.model.Proposal;

/** What somebody typed or sent, with the files that came along. */
public record Submission(Proposal proposal, List<ReceivedFile> files) {

    public Submission {
        files = List.copyOf(files);
    }
}
