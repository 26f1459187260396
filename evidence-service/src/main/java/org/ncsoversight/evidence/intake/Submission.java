package org.ncsoversight.evidence.intake;

import java.util.List;

/** What somebody typed or sent, before anything is known about it; absent fields are empty. */
public record Submission(
        String title,
        String statement,
        String voice,
        List<String> criteria,
        String periodFrom,
        String periodTo,
        String reviewDate,
        List<ReceivedFile> files) {

    public Submission {
        criteria = List.copyOf(criteria);
        files = List.copyOf(files);
    }
}
