package org.ncsoversight.evidence.submitting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.intake.ReceivedFile;
import org.ncsoversight.evidence.intake.Submission;

/** The item of a request as it arrives: everything may be absent, so that each field gets its own error. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ItemJson(
        @Nullable String evidence,
        @Nullable String title,
        @Nullable String statement,
        @Nullable String voice,
        @Nullable List<@Nullable String> criteria,
        @Nullable String periodFrom,
        @Nullable String periodTo,
        @Nullable String reviewDate) {

    Submission with(List<ReceivedFile> files) {
        return new Submission(
                text(title),
                text(statement),
                text(voice),
                criteria == null
                        ? List.of()
                        : criteria.stream().map(ItemJson::text).toList(),
                text(periodFrom),
                text(periodTo),
                text(reviewDate),
                files);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
