package org.ncsoversight.outcomes.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.ncsoversight.tables.BadRow;

/** An import as the API tells of it. */
record ImportAnswer(
        @JsonProperty("import") UUID id,
        String state,
        Parts parts,
        String touchpoint,
        String mode,
        File file,
        int rows,
        int recorded,
        int unchanged,
        int rejected,
        int faults,
        List<BadRow> badRows,
        String delimiter,
        String encoding,
        String sheet,
        List<String> ignoredColumns,
        List<String> warnings) {

    record File(String sha256) {}

    /** How much of the file has been applied; all of it once the state is {@code applied}. */
    record Parts(int applied, int of) {}

    static ImportAnswer of(ImportedFile file, int faultsListed) {
        return new ImportAnswer(
                file.id().value(),
                file.state().name().toLowerCase(Locale.ROOT),
                new Parts(file.chunksApplied(), file.chunks()),
                file.touchpoint().value(),
                codeOf(file.mode()),
                new File(file.sha256()),
                file.counts().rows(),
                file.counts().recorded(),
                file.counts().unchanged(),
                file.counts().rejected(),
                file.faults(),
                file.badRows().stream().limit(faultsListed).toList(),
                file.readAs().delimiter(),
                file.readAs().encoding(),
                file.readAs().sheet(),
                file.readAs().ignoredColumns(),
                file.readAs().warnings());
    }

    static String codeOf(ImportedFile.Mode mode) {
        return switch (mode) {
            case ALL -> "all";
            case GOOD_ROWS -> "good-rows";
        };
    }
}
