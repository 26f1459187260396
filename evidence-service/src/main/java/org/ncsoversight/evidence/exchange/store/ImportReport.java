package org.ncsoversight.evidence.exchange.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;

/**
 * What became of a table of items.
 *
 * @param submitted whether good rows became evidence at once, or drafts
 * @param rows how many the table had
 * @param created items in the order of their rows
 * @param unchanged rows that were imported before
 * @param badRows everything that was wrong
 * @param readAs how the table was read
 */
public record ImportReport(
        UUID id,
        ProviderId provider,
        boolean submitted,
        Instant at,
        Person by,
        String fileName,
        int rows,
        List<Item> created,
        int unchanged,
        List<BadRow> badRows,
        ReadAs readAs) {

    /** A row that became an item. */
    public record Item(int row, EvidenceId evidence, String title) {}

    public ImportReport {
        created = List.copyOf(created);
        badRows = List.copyOf(badRows);
    }

    public long rejected() {
        return badRows.stream().map(BadRow::row).distinct().count();
    }
}
