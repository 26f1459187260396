package org.ncsoversight.evidence.registers.registering;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.registers.counting.RecountRegister;
import org.ncsoversight.evidence.registers.model.Cells;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.model.Register.RowReading;
import org.ncsoversight.evidence.registers.model.RegisterTable;
import org.ncsoversight.evidence.registers.model.Row;
import org.ncsoversight.evidence.registers.store.RegisterStore;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Adds, changes, removes and restores the rows of the own organisation's registers. */
@Component
public class KeepRegister {

    private static final Logger log = LoggerFactory.getLogger(KeepRegister.class);
    private static final int ATTEMPTS = 10;

    /** Whose register, and who writes in it. */
    public record Writer(ProviderId provider, Person by, VisibleProviders visible) {}

    /** The version of the row the writer looked at, or null when they did not say. */
    public record Which(
            Register register, UUID row, @Nullable Long seenVersion) {}

    /** Every way in which writing can end; what already is so counts as kept. */
    public sealed interface Result {

        record Kept(Row row, boolean changed) implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        record NotFound() implements Result {}

        record ChangedMeanwhile(Row now) implements Result {}

        record IdTaken() implements Result {}

        record Full(int limit) implements Result {}
    }

    private final RegisterStore store;
    private final RecountRegister recountRegister;
    private final EditionInForce days;
    private final RegisterLimits limits;
    private final Clock clock;

    KeepRegister(
            RegisterStore store,
            RecountRegister recountRegister,
            EditionInForce days,
            RegisterLimits limits,
            Clock clock) {
        this.store = store;
        this.recountRegister = recountRegister;
        this.days = days;
        this.limits = limits;
        this.clock = clock;
    }

    /** Either the end of it, or a table to be saved before it is the end. */
    private record Step(Result end, Optional<RegisterTable.Changed> save) {

        static Step end(Result result) {
            return new Step(result, Optional.empty());
        }
    }

    /** A new row under an id of the writer's choice, so that sending it twice adds it once. */
    public Result add(Writer writer, Which which, Map<String, String> typed) {
        return write(writer, which, table -> {
            var known = table.find(which.row());
            return switch (read(table, which, typed)) {
                case RowReading.Bad(var errors) -> Step.end(new Result.Invalid(errors));
                case RowReading.Good(var cells) when known.isPresent() -> repeated(known.get(), cells);
                case RowReading.Good _
                when table.rows().size() >= limits.rows() -> Step.end(new Result.Full(limits.rows()));
                case RowReading.Good(var cells) -> written(writer, table, which.row(), cells);
            };
        });
    }

    /** Other cells for a standing row. */
    public Result change(Writer writer, Which which, Map<String, String> typed) {
        return write(writer, which, table -> {
            var row = standing(table, which);
            if (row.isEmpty()) {
                return Step.end(new Result.NotFound());
            }
            var reading = read(table, which, typed);
            if (reading instanceof RowReading.Good(var cells)
                    && cells.equals(row.get().cells())) {
                return Step.end(new Result.Kept(row.get(), false));
            }
            if (isStale(which, row.get())) {
                return Step.end(new Result.ChangedMeanwhile(row.get()));
            }
            return switch (reading) {
                case RowReading.Bad(var errors) -> Step.end(new Result.Invalid(errors));
                case RowReading.Good(var cells) -> written(writer, table, which.row(), cells);
            };
        });
    }

    public Result remove(Writer writer, Which which) {
        return write(writer, which, table -> {
            var row = table.find(which.row());
            if (row.isEmpty()) {
                return Step.end(new Result.NotFound());
            }
            if (row.get().removed()) {
                return Step.end(new Result.Kept(row.get(), false));
            }
            if (isStale(which, row.get())) {
                return Step.end(new Result.ChangedMeanwhile(row.get()));
            }
            return saved(table.without(row.get(), stamp(writer)), which.row());
        });
    }

    /** Brings a removed row back as it was, unless its place was taken meanwhile. */
    public Result restore(Writer writer, Which which) {
        return write(writer, which, table -> {
            var row = table.find(which.row());
            if (row.isEmpty()) {
                return Step.end(new Result.NotFound());
            }
            if (!row.get().removed()) {
                return Step.end(new Result.Kept(row.get(), false));
            }
            var twin = table.twin(which.row(), row.get().cells());
            return twin.isPresent()
                    ? Step.end(new Result.Invalid(List.of(alreadyThere(which.register()))))
                    : written(writer, table, which.row(), row.get().cells());
        });
    }

    static FieldError alreadyThere(Register register) {
        return register.error(register.key().getFirst(), "already-there", "is on this register already");
    }

    private Result write(Writer writer, Which which, Function<RegisterTable, Step> decide) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var step = decide.apply(store.table(writer.provider(), which.register(), writer.visible()));
            if (step.save().isEmpty()) {
                return step.end();
            }
            if (store.save(step.save().get())) {
                recountRegister.recount(which.register(), writer.provider());
                log.atInfo()
                        .addKeyValue("register", which.register().code())
                        .addKeyValue("row", which.row())
                        .log("Register changed");
                return step.end();
            }
            // Another row was changed just now: the same is decided again on what stands.
        }
        throw new IllegalStateException(
                "too many write in register " + which.register().code() + " at once");
    }

    private RowReading read(RegisterTable table, Which which, Map<String, String> typed) {
        var reading = table.register().read(typed, days.today());
        return reading instanceof RowReading.Good(var cells)
                        && table.twin(which.row(), cells).isPresent()
                ? new RowReading.Bad(List.of(alreadyThere(table.register())))
                : reading;
    }

    private static Step repeated(Row known, Cells cells) {
        return Step.end(
                known.cells().equals(cells) && !known.removed() ? new Result.Kept(known, false) : new Result.IdTaken());
    }

    private Step written(Writer writer, RegisterTable table, UUID row, Cells cells) {
        return saved(table.with(Map.of(row, cells), stamp(writer)), row);
    }

    private static Step saved(RegisterTable.Changed changed, UUID row) {
        return new Step(new Result.Kept(changed.table().find(row).orElseThrow(), true), Optional.of(changed));
    }

    private static Optional<Row> standing(RegisterTable table, Which which) {
        return table.find(which.row()).filter(row -> !row.removed());
    }

    private static boolean isStale(Which which, Row row) {
        return which.seenVersion() != null && which.seenVersion() != row.version();
    }

    private RegisterTable.Stamp stamp(Writer writer) {
        return new RegisterTable.Stamp(writer.by(), clock.instant());
    }
}
