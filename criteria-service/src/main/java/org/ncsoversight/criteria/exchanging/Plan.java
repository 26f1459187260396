package org.ncsoversight.criteria.exchanging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ncsoversight.criteria.model.register.FieldProblem;
import org.ncsoversight.criteria.store.RegisterImport.BadRow;
import org.ncsoversight.criteria.store.RegisterImport.Counts;

/** What a file would change in the register as it is now, found out before anything is written. */
final class Plan {

    private final List<BooleanSupplier> writes = new ArrayList<>();
    private final List<BadRow> badRows = new ArrayList<>();
    private int rows;
    private int created;
    private int changed;
    private int unchanged;
    private int rejected;

    void row() {
        rows++;
    }

    void rejected(int row, List<BadRow> why) {
        rejected++;
        badRows.addAll(why);
    }

    void rejected(int row, String column, String code, String message) {
        rejected(row, List.of(new BadRow(row, column, code, message)));
    }

    static BadRow badRow(int row, String column, FieldProblem problem) {
        return new BadRow(row, column, problem.code(), problem.message());
    }

    /** A write answers whether it was still the first. */
    void creates(BooleanSupplier write) {
        created++;
        writes.add(write);
    }

    void changes(BooleanSupplier write) {
        changed++;
        writes.add(write);
    }

    void leaves() {
        unchanged++;
    }

    List<BadRow> badRows() {
        return badRows.stream()
                .sorted((one, other) -> Integer.compare(one.row(), other.row()))
                .toList();
    }

    Counts counts() {
        return new Counts(rows, created, changed, unchanged, rejected);
    }

    /** Whether every write was the first; those that were stay. */
    boolean apply() {
        boolean all = true;
        for (BooleanSupplier write : writes) {
            all &= write.getAsBoolean();
        }
        return all;
    }
}
