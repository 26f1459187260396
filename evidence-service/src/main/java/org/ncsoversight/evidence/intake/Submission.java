package org.ncsoversight.evidence.intake;

import java.util.List;
import org.ncsoversight.evidence.model.Proposal;

/** What somebody typed or sent, with the files that came along. */
public record Submission(Proposal proposal, List<ReceivedFile> files) {

    public Submission {
        files = List.copyOf(files);
    }
}
