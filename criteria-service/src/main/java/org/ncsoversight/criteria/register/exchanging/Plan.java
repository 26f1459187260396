package org.ncsoversight.criteria.register.exchanging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.register.store.RegisterImport.Counts;
import org.ncsoversight.tables.BadRow;

/** What a file would change in the register as it is now, found out before anything is written. */
final class Plan {

    /** What was written, and whether every write was the first. */
    record Written(int created, int changed, boolean all) {}

    private record Write(boolean creates, BooleanSupplier isFirst) {}

    private final List<Write> writes = new ArrayList<>();
    private final List<BadRow> badRows = new ArrayList<>();
    private int rows;
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

    static BadRow badRow(int row, String column, FieldError problem) {
        return new BadRow(row, column, problem.code(), problem.message());
    }

    /** A write answers whether it was still the first. */
    void creates(BooleanSupplier write) {
        writes.add(new Write(true, write));
    }

    void changes(BooleanSupplier write) {
        writes.add(new Write(false, write));
    }

    List<BadRow> badRows() {
        return badRows.stream()
                .sorted((one, other) -> Integer.compare(one.row(), other.row()))
                .toList();
    }

    Counts counts() {
        int created = Math.toIntExact(writes.stream().filter(Write::creates).count());
        return counts(created, writes.size() - created);
    }

    /** With so many written; what is neither written nor wrong was there already. */
    Counts counts(int created, int changed) {
        return new Counts(rows, created, changed, rows - created - changed - rejected, rejected);
    }

    /** In the order in which they were planned; those writes that were the first stay. */
    Written apply() {
        int created = 0;
        int changed = 0;
        for (Write write : writes) {
            if (write.isFirst().getAsBoolean()) {
                created += write.creates() ? 1 : 0;
                changed += write.creates() ? 0 : 1;
            }
        }
        return new Written(created, changed, created + changed == writes.size());
    }
}
