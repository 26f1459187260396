package org.ncsoversight.feedback.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.ncsoversight.feedback.file.FileContent;
import org.ncsoversight.feedback.file.FileFault;
import org.ncsoversight.feedback.file.ResponsesFile;
import org.ncsoversight.feedback.file.RowContext;
import org.ncsoversight.feedback.importing.ImportStore.Commit;
import org.ncsoversight.feedback.importing.ImportedFile.Counts;
import org.ncsoversight.feedback.importing.ImportedFile.Mode;
import org.ncsoversight.feedback.importing.ImportedFile.State;
import org.ncsoversight.feedback.model.ProviderRegister;
import org.ncsoversight.feedback.model.Questionnaire;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a file of responses in, once: all of it, or its good rows, or nothing. */
@Component
public class ImportResponses {

    public record Command(Caller caller, Mode mode, InputStream file) {}

    /** Every way an import can end. */
    public sealed interface Result {

        record Recorded(ImportedFile file) implements Result {}

        record AlreadyRecorded(ImportedFile earlier) implements Result {}

        record RowsRefused(ImportedFile refused) implements Result {}

        record FileRefused(FileFault fault) implements Result {}

        record Busy() implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(ImportResponses.class);

    private final ResponsesFile files;
    private final ProviderRegister register;
    private final Questionnaire questionnaire;
    private final ImportStore imports;
    private final ApplyImports applyImports;
    private final ImportLimits limits;
    private final Clock clock;
    private final Semaphore free;

    ImportResponses(Reading reading, ImportStore imports, ApplyImports applyImports, ImportLimits limits, Clock clock) {
        this.files = reading.files();
        this.register = reading.register();
        this.questionnaire = reading.questionnaire();
        this.imports = imports;
        this.applyImports = applyImports;
        this.limits = limits;
        this.clock = clock;
        this.free = new Semaphore(limits.atOnce());
    }

    public Result run(Command command) throws IOException {
        if (!free.tryAcquire()) {
            return new Result.Busy();
        }
        try {
            return switch (read(command)) {
                case FileContent.Unreadable(var fault) -> new Result.FileRefused(fault);
                case FileContent.Rows rows -> decide(rows, command);
            };
        } finally {
            free.release();
        }
    }

    private FileContent read(Command command) throws IOException {
        var visible = command.caller().importsFor();
        var context = new RowContext(
                command.caller().owner(),
                register.contracts().seenBy(visible::include),
                questionnaire,
                LocalDate.now(clock));
        return files.read(command.file(), context);
    }

    private Result decide(FileContent.Rows rows, Command command) {
        var file = fileOf(rows, command);
        var earlier = imports.committedAs(file.claim());
        if (earlier.isPresent()) {
            return new Result.AlreadyRecorded(applyImports.apply(earlier.get()));
        }
        if (file.state() == State.REFUSED) {
            imports.refuse(file);
            return new Result.RowsRefused(file);
        }
        return commit(file, rows.good());
    }

    private Result commit(ImportedFile file, List<Response> responses) {
        imports.begin(file);
        for (int chunk = 0; chunk < file.chunks(); chunk++) {
            int from = chunk * limits.chunkSize();
            imports.write(
                    file.id(), chunk, responses.subList(from, Math.min(from + limits.chunkSize(), responses.size())));
        }
        return switch (imports.commit(file)) {
            case Commit.Committed(var committed) -> {
                var applied = applyImports.apply(committed);
                log.atInfo()
                        .addKeyValue("importId", applied.id().value())
                        .addKeyValue("rows", applied.counts().rows())
                        .addKeyValue("recorded", applied.counts().recorded())
                        .log("Responses imported");
                yield new Result.Recorded(applied);
            }
            case Commit.Earlier(var other) -> {
                imports.abandon(file);
                yield new Result.AlreadyRecorded(applyImports.apply(other));
            }
            case Commit.Abandoned() -> {
                imports.abandon(file);
                yield new Result.Busy();
            }
        };
    }

    private ImportedFile fileOf(FileContent.Rows rows, Command command) {
        boolean refused = rows.faults() > 0 && command.mode() == Mode.ALL;
        int chunks = Math.ceilDiv(rows.good().size(), limits.chunkSize());
        return new ImportedFile(
                new ImportId(UUID.randomUUID()),
                refused ? State.REFUSED : State.WRITING,
                command.caller().owner(),
                command.mode(),
                rows.sha256(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                refused ? 0 : imports.nextOrder(),
                refused ? 0 : chunks,
                new Counts(rows.rows(), 0, 0, refused ? rows.rows() : rows.rejectedRows()),
                rows.faults(),
                rows.badRows());
    }
}
