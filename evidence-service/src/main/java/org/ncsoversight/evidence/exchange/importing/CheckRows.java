package org.ncsoversight.evidence.exchange.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ncsoversight.evidence.files.FileRules;
import org.ncsoversight.evidence.files.ReceivedFile;
import org.ncsoversight.evidence.items.intake.ReadSubmission;
import org.ncsoversight.evidence.items.intake.Submission;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.tables.BadRow;

/** Judges every row before any is taken, by the same rules as a single item. */
final class CheckRows {

    /** A row that may become an item, whose id follows from what it says. */
    record GoodRow(
            int number,
            EvidenceId id,
            String fingerprint,
            Submission submission,
            Content content,
            List<FileRules.Typed> files) {}

    private final ReadSubmission reader;
    private final FilesZip zip;
    private final ProviderId provider;
    private final Person by;
    private final List<GoodRow> good = new ArrayList<>();
    private final List<BadRow> bad = new ArrayList<>();
    private final Map<EvidenceId, Integer> firstRows = new HashMap<>();

    CheckRows(ReadSubmission reader, FilesZip zip, ProviderId provider, Person by) {
        this.reader = reader;
        this.zip = zip;
        this.provider = provider;
        this.by = by;
    }

    List<GoodRow> good() {
        return List.copyOf(good);
    }

    List<BadRow> bad() {
        return List.copyOf(bad);
    }

    void check(List<SheetRow> rows) throws IOException {
        for (SheetRow row : rows) {
            check(row);
        }
    }

    private void check(SheetRow row) throws IOException {
        int before = bad.size();
        if (row.tooLong()) {
            bad.add(new BadRow(row.number(), "", "too-many-cells", "The row has more cells than there are columns"));
        }
        var files = new ArrayList<ReceivedFile>();
        var said = new StringBuilder(row.proposal().values().toString());
        for (String name : row.values(ImportColumn.FILES)) {
            zip.find(name)
                    .ifPresentOrElse(
                            entry -> {
                                files.add(entry.file());
                                said.append('\n').append(name).append(' ').append(entry.sha256());
                            },
                            () -> bad(
                                    row,
                                    ImportColumn.FILES,
                                    "file-not-in-zip",
                                    "“%s” is not in the ZIP".formatted(name)));
        }
        String fingerprint = uuid(said.toString()).toString();
        String key = row.text(ImportColumn.ROW_KEY);
        var id = new EvidenceId(uuid("import\n%s\n%s".formatted(provider, key.isEmpty() ? fingerprint : "key " + key)));
        Integer first = firstRows.putIfAbsent(id, row.number());
        if (first != null) {
            bad(row, ImportColumn.ROW_KEY, "row-twice", "The same as row %d".formatted(first));
        }
        var submission = new Submission(row.proposal(), files);
        switch (reader.read(submission, by.username())) {
            case ReadSubmission.Outcome.Read(var content, var typed) -> {
                if (bad.size() == before) {
                    good.add(new GoodRow(row.number(), id, fingerprint, submission, content, typed));
                }
            }
            case ReadSubmission.Outcome.Invalid(var errors) ->
                errors.forEach(error -> bad.add(new BadRow(
                        row.number(), ImportColumn.headingOf(error.field()), error.code(), error.message())));
            case ReadSubmission.Outcome.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
        }
    }

    private void bad(SheetRow row, ImportColumn column, String code, String message) {
        bad.add(new BadRow(row.number(), column.heading(), code, message));
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
