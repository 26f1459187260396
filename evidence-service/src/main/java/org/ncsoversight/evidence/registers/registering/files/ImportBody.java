package org.ncsoversight.evidence.registers.registering.files;

import java.util.List;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.registers.store.RegisterImport;
import org.ncsoversight.tables.BadRow;
import org.springframework.http.HttpStatus;

/** What became of a file, as the API tells it. */
record ImportBody(
        String id,
        String register,
        String provider,
        boolean taken,
        int rows,
        int added,
        int changed,
        int unchanged,
        int rejected,
        List<BadRow> badRows,
        String delimiter,
        String encoding,
        String sheet,
        List<String> ignoredColumns,
        List<String> warnings) {

    static ImportBody of(RegisterImport done, int mostListed) {
        var tally = done.tally();
        return new ImportBody(
                done.id().toString(),
                done.register(),
                done.provider().ukprn(),
                done.taken(),
                tally.rows(),
                tally.added(),
                tally.changed(),
                tally.unchanged(),
                tally.rejected(),
                done.badRows().stream().limit(mostListed).toList(),
                done.readAs().delimiter(),
                done.readAs().encoding(),
                done.readAs().sheet(),
                done.readAs().ignoredColumns(),
                done.readAs().warnings());
    }

    /** Nothing was taken because of some rows. */
    static Problem refusal(RegisterImport done, int mostListed) {
        var problem = Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "bad-rows",
                done.tally().rejected() + " of " + done.tally().rows() + " rows are not valid. Nothing was taken in");
        problem.detail().setProperty("import", done.id().toString());
        problem.detail().setProperty("rejected", done.tally().rejected());
        problem.detail()
                .setProperty("rows", done.badRows().stream().limit(mostListed).toList());
        return problem;
    }
}
