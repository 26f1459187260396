package org.ncsoversight.outcomes.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.ncsoversight.outcomes.file.ClaimsFile;
import org.ncsoversight.outcomes.file.FileContent;
import org.ncsoversight.outcomes.file.FileFault;
import org.ncsoversight.outcomes.file.RowContext;
import org.ncsoversight.outcomes.importing.ImportStore.Commit;
import org.ncsoversight.outcomes.importing.ImportedFile.Counts;
import org.ncsoversight.outcomes.importing.ImportedFile.Mode;
import org.ncsoversight.outcomes.importing.ImportedFile.State;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.Contracts;
import org.ncsoversight.outcomes.model.ProviderRegister;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.outcomes.pseudonymising.PseudonymKey;
import org.ncsoversight.outcomes.pseudonymising.Pseudonyms;
import org.ncsoversight.outcomes.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a file of claims in, once: all of it, or its good rows, or nothing. */
@Component
public class ImportClaims {

    public record Command(Caller caller, String touchpoint, Mode mode, InputStream file) {}

    /** Every way an import can end. */
    public sealed interface Result {

        record Recorded(ImportedFile file) implements Result {}

        record AlreadyRecorded(ImportedFile earlier) implements Result {}

        record RowsRefused(ImportedFile refused) implements Result {}

        record UnknownTouchpoint() implements Result {}

        record FileRefused(FileFault fault) implements Result {}

        record Busy() implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(ImportClaims.class);

    private final ClaimsFile files;
    private final ProviderRegister register;
    private final PseudonymKey key;
    private final ImportStore imports;
    private final ApplyImports applyImports;
    private final ImportLimits limits;
    private final Clock clock;
    private final Semaphore free;

    ImportClaims(Reading reading, ImportStore imports, ApplyImports applyImports, ImportLimits limits, Clock clock) {
        this.files = reading.files();
        this.register = reading.register();
        this.key = reading.key();
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
            var contracts = register.contracts().seenBy(command.caller().importsFor()::include);
            var touchpoint = Touchpoint.of(command.touchpoint()).filter(contracts::know);
            return touchpoint.isPresent() ? take(command, touchpoint.get(), contracts) : new Result.UnknownTouchpoint();
        } finally {
            free.release();
        }
    }

    private Result take(Command command, Touchpoint touchpoint, Contracts contracts) throws IOException {
        var context = new RowContext(
                command.caller().owner(), touchpoint, contracts, new Pseudonyms(key), LocalDate.now(clock));
        return switch (files.read(command.file(), context)) {
            case FileContent.Unreadable(var fault) -> new Result.FileRefused(fault);
            case FileContent.Rows rows -> decide(rows, fileOf(rows, touchpoint, command));
        };
    }

    private Result decide(FileContent.Rows rows, ImportedFile file) {
        var earlier = imports.committedAs(file.identity());
        if (earlier.isPresent()) {
            return new Result.AlreadyRecorded(applyImports.apply(earlier.get()));
        }
        if (file.state() == State.REFUSED) {
            imports.refuse(file);
            return new Result.RowsRefused(file);
        }
        return commit(file, rows.good());
    }

    private Result commit(ImportedFile file, List<Claim> claims) {
        imports.begin(file);
        for (int chunk = 0; chunk < file.chunks(); chunk++) {
            int from = chunk * limits.chunkSize();
            imports.write(file.id(), chunk, claims.subList(from, Math.min(from + limits.chunkSize(), claims.size())));
        }
        return switch (imports.commit(file)) {
            case Commit.Committed(var committed) -> {
                var applied = applyImports.apply(committed);
                log.atInfo()
                        .addKeyValue("importId", applied.id().value())
                        .addKeyValue("rows", applied.counts().rows())
                        .addKeyValue("recorded", applied.counts().recorded())
                        .log("Claims imported");
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

    private ImportedFile fileOf(FileContent.Rows rows, Touchpoint touchpoint, Command command) {
        boolean refused = rows.faults() > 0 && command.mode() == Mode.ALL;
        int chunks = Math.ceilDiv(rows.good().size(), limits.chunkSize());
        return new ImportedFile(
                new ImportId(UUID.randomUUID()),
                refused ? State.REFUSED : State.WRITING,
                command.caller().owner(),
                touchpoint,
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
