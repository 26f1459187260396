package org.ncsoversight.evidence.registers.registering.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import org.ncsoversight.evidence.registers.counting.RecountRegister;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.model.RegisterTable;
import org.ncsoversight.evidence.registers.registering.KeepRegister.Writer;
import org.ncsoversight.evidence.registers.registering.RegisterLimits;
import org.ncsoversight.evidence.registers.store.RegisterImport;
import org.ncsoversight.evidence.registers.store.RegisterImportStore;
import org.ncsoversight.evidence.registers.store.RegisterStore;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.tables.ReadAs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the rows of a file into the own organisation's register by one write; the same file again changes nothing. */
@Component
public class ImportRegister {

    private static final Logger log = LoggerFactory.getLogger(ImportRegister.class);
    private static final int ATTEMPTS = 10;

    /** Which rows are wanted when some are bad. */
    public enum Mode {
        ALL,
        GOOD_ROWS
    }

    /** Every way an import can end; one with bad rows ended too, and says whether the good ones were taken. */
    public sealed interface Result {

        record Done(RegisterImport done) implements Result {}

        record Unreadable(String code, String message) implements Result {}
    }

    private final RegisterStore store;
    private final RegisterImportStore imports;
    private final RecountRegister recountRegister;
    private final EditionInForce days;
    private final Settings settings;

    ImportRegister(
            RegisterStore store,
            RegisterImportStore imports,
            RecountRegister recountRegister,
            EditionInForce days,
            Settings settings) {
        this.store = store;
        this.imports = imports;
        this.recountRegister = recountRegister;
        this.days = days;
        this.settings = settings;
    }

    /** How much is taken, and the time. */
    @Component
    record Settings(RegisterLimits limits, Clock clock) {}

    public Result take(Writer writer, Register register, byte[] bytes, Mode mode) {
        int mostRows = settings.limits().rows();
        if (bytes.length > settings.limits().fileSize().toBytes()) {
            return new Result.Unreadable(
                    "file-too-large",
                    "The file must be smaller than %dKB"
                            .formatted(settings.limits().fileSize().toKilobytes()));
        }
        try {
            return take(writer, register, RowFile.of(bytes, register, mostRows), mode);
        } catch (RowFile.Unreadable e) {
            return new Result.Unreadable(e.code(), e.say());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result take(Writer writer, Register register, RowFile file, Mode mode) throws RowFile.Unreadable {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var table = store.table(writer.provider(), register, writer.visible());
            var plan = ImportPlan.of(table, file, days.today());
            if (table.rows().size() + plan.tally().added() > settings.limits().rows()) {
                throw new RowFile.Unreadable(
                        "register-full",
                        "A register holds at most " + settings.limits().rows() + " rows");
            }
            boolean take = mode == Mode.GOOD_ROWS || plan.badRows().isEmpty();
            if (!take || plan.written().isEmpty() || saved(table, plan, writer)) {
                return new Result.Done(kept(writer, register, plan, take, file.as()));
            }
        }
        throw new IllegalStateException("too many write in register " + register.code() + " at once");
    }

    private boolean saved(RegisterTable table, ImportPlan plan, Writer writer) {
        var stamp = new RegisterTable.Stamp(writer.by(), settings.clock().instant());
        boolean saved = store.save(table.with(plan.written(), stamp));
        if (saved) {
            recountRegister.recount(table.register(), writer.provider());
        }
        return saved;
    }

    private RegisterImport kept(Writer writer, Register register, ImportPlan plan, boolean taken, ReadAs as) {
        var badRows = plan.badRows();
        var done = new RegisterImport(
                UUID.randomUUID(),
                writer.provider(),
                register.code(),
                settings.clock().instant(),
                writer.by().username(),
                plan.tally(),
                taken,
                badRows,
                as);
        imports.keep(done);
        log.atInfo()
                .addKeyValue("register", register.code())
                .addKeyValue("rows", plan.tally().rows())
                .addKeyValue("rejected", plan.tally().rejected())
                .log("Register file read");
        return done;
    }
}
