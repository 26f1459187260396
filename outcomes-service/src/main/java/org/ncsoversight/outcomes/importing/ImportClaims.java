package org.ncsoversight.outcomes.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ncsoversight.outcomes.file.ClaimsFile;
import org.ncsoversight.outcomes.file.FileContent;
import org.ncsoversight.outcomes.file.RowContext;
import org.ncsoversight.outcomes.importing.ImportStore.Commit;
import org.ncsoversight.outcomes.importing.ImportedFile.Counts;
import org.ncsoversight.outcomes.importing.ImportedFile.Mode;
import org.ncsoversight.outcomes.importing.ImportedFile.State;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.Contracts;
import org.ncsoversight.outcomes.model.England;
import org.ncsoversight.outcomes.model.ProviderRegister;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.outcomes.pseudonymising.PseudonymKey;
import org.ncsoversight.outcomes.pseudonymising.Pseudonyms;
import org.ncsoversight.outcomes.security.Caller;
import org.ncsoversight.tables.workbook.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a file of claims in, once: all of it, or its good rows, or nothing.
 *
 * <p>Once the file is committed it will be applied whatever happens; nobody is kept waiting for more than a moment.
 */
@Component
public class ImportClaims implements AutoCloseable {

    public record Command(Caller caller, String touchpoint, Mode mode, InputStream file) {}

    /** Every way an import can end. */
    public sealed interface Result {

        record Recorded(ImportedFile file) implements Result {}

        record AlreadyRecorded(ImportedFile earlier) implements Result {}

        /** Committed, now or when the same file came before, and still being applied. */
        record Accepted(ImportedFile committed, boolean before) implements Result {}

        record RowsRefused(ImportedFile refused) implements Result {}

        record UnknownTouchpoint() implements Result {}

        record FileRefused(Refusal refusal) implements Result {}

        record Busy() implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(ImportClaims.class);

    /** How long stopping waits for imports under way; the next start finishes what is left. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ClaimsFile files;
    private final ProviderRegister register;
    private final PseudonymKey key;
    private final ImportStore imports;
    private final ApplyImports applyImports;
    private final ImportLimits limits;
    private final Clock clock;
    private final Semaphore free;
    private final ExecutorService applying = Executors.newVirtualThreadPerTaskExecutor();

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
        boolean handedOn = false;
        try {
            var contracts = register.contracts().seenBy(command.caller().importsFor()::include);
            var touchpoint = Touchpoint.of(command.touchpoint()).filter(contracts::know);
            if (touchpoint.isEmpty()) {
                return new Result.UnknownTouchpoint();
            }
            var result = take(command, touchpoint.get(), contracts);
            if (!(result instanceof Result.Accepted accepted)) {
                return result;
            }
            handedOn = true;
            return applyInBackground(accepted);
        } finally {
            if (!handedOn) {
                free.release();
            }
        }
    }

    /** Answers how it ended if that is soon enough, or that it is under way. */
    private Result applyInBackground(Result.Accepted accepted) {
        var applied = applying.submit(() -> {
            try {
                return applyImports.apply(accepted.committed());
            } finally {
                free.release();
            }
        });
        try {
            var file = applied.get(limits.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
            if (file.state() != State.APPLIED) {
                return accepted;
            }
            log.atInfo()
                    .addKeyValue("importId", file.id().value())
                    .addKeyValue("rows", file.counts().rows())
                    .addKeyValue("recorded", file.counts().recorded())
                    .log("Claims imported");
            return accepted.before() ? new Result.AlreadyRecorded(file) : new Result.Recorded(file);
        } catch (TimeoutException e) {
            return accepted;
        } catch (ExecutionException e) {
            log.atWarn()
                    .addKeyValue("importId", accepted.committed().id().value())
                    .addKeyValue("reason", e.getCause())
                    .log("Import interrupted, it will be finished later");
            return accepted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return accepted;
        }
    }

    @Override
    public void close() {
        applying.shutdown();
        try {
            if (!applying.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.atInfo().log("Imports under way are left to the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Result take(Command command, Touchpoint touchpoint, Contracts contracts) throws IOException {
        var context = new RowContext(
                command.caller().owner(), touchpoint, contracts, new Pseudonyms(key), England.today(clock));
        return switch (files.read(command.file(), context)) {
            case FileContent.Unreadable(var refusal) -> new Result.FileRefused(refusal);
            case FileContent.Rows rows -> decide(rows, fileOf(rows, touchpoint, command));
        };
    }

    private Result decide(FileContent.Rows rows, ImportedFile file) {
        var earlier = imports.committedAs(file.identity());
        if (earlier.isPresent()) {
            return again(earlier.get());
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
            case Commit.Committed(var committed) -> new Result.Accepted(committed, false);
            case Commit.Earlier(var other) -> {
                imports.abandon(file);
                yield again(other);
            }
            case Commit.Abandoned() -> {
                imports.abandon(file);
                yield new Result.Busy();
            }
        };
    }

    private static Result again(ImportedFile earlier) {
        return earlier.state() == State.APPLIED
                ? new Result.AlreadyRecorded(earlier)
                : new Result.Accepted(earlier, true);
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
                0,
                new Counts(rows.rows(), 0, 0, refused ? rows.rows() : rows.rejectedRows()),
                rows.faults(),
                rows.badRows(),
                rows.readAs());
    }
}
