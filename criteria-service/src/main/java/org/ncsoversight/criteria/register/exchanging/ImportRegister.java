package org.ncsoversight.criteria.register.exchanging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ncsoversight.criteria.register.model.RegisterEvent.ContractRecorded;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.register.store.RegisterImport;
import org.ncsoversight.criteria.register.store.RegisterImport.Counts;
import org.ncsoversight.criteria.register.store.RegisterImport.Kind;
import org.ncsoversight.criteria.register.store.RegisterImport.State;
import org.ncsoversight.criteria.register.store.RegisterImportStore;
import org.ncsoversight.criteria.register.store.StoredRegister;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.ncsoversight.criteria.settings.CriteriaSettings;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;
import org.ncsoversight.tables.TableLimits;
import org.ncsoversight.tables.TableReader;
import org.ncsoversight.tables.TableReading;
import org.ncsoversight.tables.TableRow;
import org.ncsoversight.tables.TableShape;
import org.ncsoversight.tables.TableSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Takes a file of providers or of contracts into the register, whole or its good rows; the same file again changes nothing. */
@Component
public class ImportRegister implements AutoCloseable {

    public record Command(Kind kind, boolean goodRowsOnly, String by) {}

    /** Every way an import can end. */
    public sealed interface Result {

        record Applied(RegisterImport imported) implements Result {}

        /** Still being applied, or others keep changing the same entries; the rest is applied within minutes. */
        record Unfinished(RegisterImport imported) implements Result {}

        /** Some rows are wrong, so nothing was changed. */
        record Refused(RegisterImport imported) implements Result {}

        record Unreadable(String code, String message) implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(ImportRegister.class);
    private static final int TRIES = 5;
    private static final TableLimits LIMITS = TableLimits.of(5_000, 250);

    /** How long stopping waits for imports under way; the next start finishes what is left. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ProviderStore providers;
    private final ContractStore contracts;
    private final RegisterImportStore imports;
    private final Clock clock;
    private final Duration answerWithin;
    private final ExecutorService applying = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    ImportRegister(
            ProviderStore providers,
            ContractStore contracts,
            RegisterImportStore imports,
            Clock clock,
            CriteriaSettings settings) {
        this(providers, contracts, imports, clock, settings.answerImportsWithin());
    }

    /** With an import that takes longer than {@code answerWithin} going on in the background. */
    public ImportRegister(
            ProviderStore providers,
            ContractStore contracts,
            RegisterImportStore imports,
            Clock clock,
            Duration answerWithin) {
        this.providers = providers;
        this.contracts = contracts;
        this.imports = imports;
        this.clock = clock;
        this.answerWithin = answerWithin;
    }

    public Result take(Command command, byte[] content, VisibleProviders visible) {
        var rows = new ArrayList<TableRow>();
        return switch (read(command.kind(), content, rows)) {
            case TableReading.Refused(var refusal) -> new Result.Unreadable(refusal.code(), refusal.sentence());
            case TableReading.Read(var as) -> take(command, new Received(content, as), rows, visible);
        };
    }

    /** A file as it came, and how it was read. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Received(byte[] content, ReadAs as) {}

    private Result take(Command command, Received received, List<TableRow> rows, VisibleProviders visible) {
        Plan plan = plan(command.kind(), rows, visible);
        boolean refused = !plan.badRows().isEmpty() && !command.goodRowsOnly();
        var imported = new RegisterImport(
                UUID.randomUUID(),
                command.kind(),
                refused ? State.REFUSED : State.APPLYING,
                command.goodRowsOnly(),
                sha256(received.content()),
                plan.counts(),
                plan.badRows().stream().limit(RegisterImport.MAX_BAD_ROWS).toList(),
                // From here on FinishImports ends what a crash interrupts.
                refused ? "" : KeptFile.text(received.content()),
                clock.instant(),
                command.by(),
                received.as());
        imports.save(imported);
        if (refused) {
            return new Result.Refused(imported);
        }
        var applied = applying.submit(() -> apply(imported, plan, rows, visible));
        try {
            return applied.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Result.Unfinished(imported);
        } catch (ExecutionException e) {
            log.atWarn()
                    .addKeyValue("import", imported.id())
                    .addKeyValue("reason", e.getCause())
                    .log("Register import interrupted, it will be finished later");
            return new Result.Unfinished(imported);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Unfinished(imported);
        }
    }

    private Result apply(RegisterImport imported, Plan plan, List<TableRow> rows, VisibleProviders visible) {
        try (var holding = Holding.of(imported, imports, clock).orElse(null)) {
            return holding == null ? new Result.Unfinished(imported) : applyHeld(imported, plan, rows, visible);
        }
    }

    private Result applyHeld(RegisterImport imported, Plan plan, List<TableRow> rows, VisibleProviders visible) {
        Applied done = apply(plan, imported.kind(), rows, visible);
        if (!done.finished()) {
            log.atWarn().addKeyValue("import", imported.id()).log("Register import not finished");
            return new Result.Unfinished(imported);
        }
        RegisterImport applied = imported.applied(done.counts(), done.badRows());
        imports.save(applied);
        log.atInfo()
                .addKeyValue("import", applied.id())
                .addKeyValue("kind", applied.kind().code())
                .addKeyValue("rows", applied.counts().rows())
                .log("Register imported");
        return new Result.Applied(applied);
    }

    /** Applies what a crash or others left half done; what still cannot be finished waits for the next time. */
    public void finish(RegisterImport unfinished, VisibleProviders visible) {
        try (var holding = Holding.of(unfinished, imports, clock).orElse(null)) {
            if (holding != null) {
                finishHeld(unfinished, visible);
            }
        }
    }

    @Override
    public void close() {
        applying.shutdown();
        try {
            if (!applying.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.atInfo().log("Register imports under way are left to the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finishHeld(RegisterImport unfinished, VisibleProviders visible) {
        var rows = new ArrayList<TableRow>();
        if (read(unfinished.kind(), KeptFile.bytes(unfinished.content()), rows) instanceof TableReading.Read) {
            Plan plan = plan(unfinished.kind(), rows, visible);
            Applied done = apply(plan, unfinished.kind(), rows, visible);
            if (done.finished()) {
                // While no more rows are wrong, what was planned is what was done, now or before.
                Counts counts = done.counts().rejected() == unfinished.counts().rejected()
                        ? unfinished.counts()
                        : done.counts();
                imports.save(unfinished.applied(counts, done.badRows()));
            }
        }
    }

    private record Applied(boolean finished, Counts counts, List<BadRow> badRows) {}

    // Whoever changes the register at the same time makes a write come second; then the rest is worked out anew.
    private Applied apply(Plan first, Kind kind, List<TableRow> rows, VisibleProviders visible) {
        Plan plan = first;
        Plan.Written written = plan.apply();
        int created = written.created();
        int changed = written.changed();
        for (int i = 1; i < TRIES && !written.all(); i++) {
            plan = plan(kind, rows, visible);
            written = plan.apply();
            created += written.created();
            changed += written.changed();
        }
        return new Applied(written.all(), plan.counts(created, changed), plan.badRows());
    }

    private Plan plan(Kind kind, List<TableRow> rows, VisibleProviders visible) {
        var register = new StoredRegister(providers, contracts, visible);
        return switch (kind) {
            case PROVIDERS ->
                PlanProviders.plan(
                        rows,
                        register,
                        LocalDate.now(clock),
                        provider -> providers.add(new ProviderRecorded(UUID.randomUUID(), clock.instant(), provider)),
                        provider ->
                                providers.replace(new ProviderRecorded(UUID.randomUUID(), clock.instant(), provider)));
            case CONTRACTS ->
                PlanContracts.plan(
                        rows,
                        register,
                        touchpoint -> contracts.whole(touchpoint, visible),
                        (whole, contract) -> contracts.save(
                                whole, new ContractRecorded(UUID.randomUUID(), clock.instant(), contract)));
        };
    }

    private static TableReading read(Kind kind, byte[] content, List<TableRow> rows) {
        TableShape shape = kind == Kind.PROVIDERS ? ProviderFile.shape() : ContractFile.shape();
        try {
            return TableReader.read(TableSource.of(content), shape, LIMITS, rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
