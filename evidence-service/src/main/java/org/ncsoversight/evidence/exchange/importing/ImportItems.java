package org.ncsoversight.evidence.exchange.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.exchange.importing.CheckRows.GoodRow;
import org.ncsoversight.evidence.exchange.store.ImportReport;
import org.ncsoversight.evidence.exchange.store.ImportStore;
import org.ncsoversight.evidence.files.ReceivedFile;
import org.ncsoversight.evidence.items.intake.ReadSubmission;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.underway.Progress;
import org.ncsoversight.tables.BadRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes items of the rows of a table. Ids follow from what the rows say, so importing the same again, be it after a
 * crash in the middle, makes only what is not there yet.
 */
@Component
class ImportItems {

    private static final Logger log = LoggerFactory.getLogger(ImportItems.class);

    /**
     * What somebody sent.
     *
     * @param goodRowsOnly whether good rows are taken when others are bad; otherwise it is all or none
     * @param submit whether rows become evidence at once, and not drafts
     */
    record Command(
            Caller caller,
            @Nullable ReceivedFile table,
            @Nullable ReceivedFile zip,
            boolean goodRowsOnly,
            boolean submit) {}

    /** Every way an import can end. */
    sealed interface Result {

        record Imported(ImportReport report) implements Result {}

        /** Everything was imported before. */
        record NothingNew(ImportReport report) implements Result {}

        /** Rows are bad and nothing was taken. */
        record RowsRefused(ImportReport report) implements Result {}

        record FileRefused(List<FieldError> errors) implements Result {}
    }

    private final ReadSubmission reader;
    private final TakeRow takeRow;
    private final ImportStore imports;
    private final ImportLimits limits;
    private final Clock clock;

    ImportItems(ReadSubmission reader, TakeRow takeRow, ImportStore imports, ImportLimits limits, Clock clock) {
        this.reader = reader;
        this.takeRow = takeRow;
        this.imports = imports;
        this.limits = limits;
        this.clock = clock;
    }

    Result run(Command command, ImportFolder folder, Progress progress) throws IOException {
        try (FilesZip zip =
                folder.zip().isPresent() ? FilesZip.open(folder.zip().get(), limits) : FilesZip.none(limits)) {
            return run(command, ReadTable.of(folder.table(), limits), zip, progress);
        } catch (FileRefused e) {
            return new Result.FileRefused(List.of(e.error()));
        }
    }

    private Result run(Command command, ReadTable table, FilesZip zip, Progress progress) throws IOException {
        var check = new CheckRows(
                reader,
                zip,
                command.caller().organisation().orElseThrow(),
                command.caller().person());
        check.check(table.rows());
        var bad = new ArrayList<BadRow>(check.bad());
        var wanted = new ArrayList<GoodRow>();
        int unchanged = sort(check.good(), command.caller(), wanted, bad);
        var created = new ArrayList<ImportReport.Item>();
        if (bad.isEmpty() || command.goodRowsOnly()) {
            progress.of(wanted.size());
            for (GoodRow row : wanted) {
                unchanged += take(row, command, created) ? 0 : 1;
                progress.oneMore();
            }
        }
        return answer(command, table, created, unchanged, bad, id(command, check));
    }

    /** Of the good rows, those to be taken; the number of those taken before. A key that said something else is bad. */
    private int sort(List<GoodRow> good, Caller caller, List<GoodRow> wanted, List<BadRow> bad) {
        int unchanged = 0;
        for (GoodRow row : good) {
            if (!takeRow.isThere(row, caller)) {
                wanted.add(row);
            } else if (imports.fingerprintOf(row.id())
                    .map(row.fingerprint()::equals)
                    .orElse(true)) {
                unchanged++;
            } else {
                bad.add(new BadRow(
                        row.number(),
                        ImportColumn.ROW_KEY.heading(),
                        "row-key-taken",
                        "A row with this key was imported before and said something else. Change that item, or"
                                + " use another key"));
            }
        }
        return unchanged;
    }

    private boolean take(GoodRow row, Command command, List<ImportReport.Item> created) throws IOException {
        if (!takeRow.take(row, command.submit(), command.caller())) {
            return false;
        }
        imports.note(row.id(), row.fingerprint());
        created.add(new ImportReport.Item(row.number(), row.id(), row.content().title()));
        return true;
    }

    private Result answer(
            Command command,
            ReadTable table,
            List<ImportReport.Item> created,
            int unchanged,
            List<BadRow> bad,
            UUID id) {
        var caller = command.caller();
        var earlier = imports.find(id, caller.own());
        if (created.isEmpty() && bad.isEmpty() && earlier.isPresent()) {
            return new Result.NothingNew(earlier.get());
        }
        var report = new ImportReport(
                id,
                caller.organisation().orElseThrow(),
                command.submit(),
                clock.instant(),
                caller.person(),
                command.table() == null ? "" : command.table().name(),
                table.rows().size(),
                created,
                unchanged,
                bad,
                table.as());
        imports.keep(report);
        log.atInfo()
                .addKeyValue("import", id)
                .addKeyValue("created", created.size())
                .addKeyValue("rejected", report.rejected())
                .log("Items imported");
        if (!bad.isEmpty() && !command.goodRowsOnly()) {
            return new Result.RowsRefused(report);
        }
        return created.isEmpty() && bad.isEmpty() ? new Result.NothingNew(report) : new Result.Imported(report);
    }

    /** The same rows, good and bad, taken in the same way, are the same import. */
    private static UUID id(Command command, CheckRows check) {
        var said = new StringBuilder("%s %s %s"
                .formatted(command.caller().organisation().orElseThrow(), command.submit(), command.goodRowsOnly()));
        check.good().forEach(row -> said.append('\n').append(row.id()).append(row.fingerprint()));
        check.bad().forEach(row -> said.append('\n').append(row));
        return UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8));
    }
}
