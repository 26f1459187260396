package org.ncsoversight.reporting.viewing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.heard.EditionMessage;
import org.ncsoversight.reporting.readiness.Band;

/** The national table as the page shows it. */
record NationalTable(List<BandCount> counts, List<Column> columns, List<Row> rows, int providers) {

    /** How many cells of the whole selection have a band. */
    record BandCount(String word, String meaning, String style, long count) {}

    record Column(String code, String title) {}

    record Row(String ukprn, String name, int ready, int of, String asOf, List<Cell> cells) {}

    record Cell(String code, String word, String full, String style) {}

    /** Counts over everything selected, rows for one page of it. */
    static NationalTable of(
            List<ReadinessMessage> selected,
            List<ReadinessMessage> page,
            Map<String, String> names,
            Optional<EditionMessage> edition,
            @Nullable String criterion) {
        List<Column> columns = columns(selected, edition).stream()
                .filter(column -> criterion == null || column.code().equals(criterion))
                .toList();
        return new NationalTable(
                counts(selected, criterion),
                columns,
                page.stream()
                        .map(message -> row(message, names.getOrDefault(message.ukprn(), message.ukprn()), columns))
                        .toList(),
                selected.size());
    }

    private static List<Column> columns(List<ReadinessMessage> selected, Optional<EditionMessage> edition) {
        return edition.map(known -> known.criteria().stream()
                        .map(criterion -> new Column(criterion.code(), criterion.title()))
                        .toList())
                .orElseGet(() -> selected.stream()
                        .limit(1)
                        .flatMap(message -> message.criteria().stream())
                        .map(found -> new Column(found.code(), found.code()))
                        .toList());
    }

    private static List<BandCount> counts(List<ReadinessMessage> selected, @Nullable String criterion) {
        Map<Band, Long> byBand = new EnumMap<>(Band.class);
        for (ReadinessMessage message : selected) {
            message.criteria().stream()
                    .filter(found -> criterion == null || found.code().equals(criterion))
                    .forEach(found -> byBand.merge(found.band(), 1L, Long::sum));
        }
        return Arrays.stream(Band.values())
                .map(band -> new BandCount(
                        BandWords.of(band),
                        BandWords.meaning(band),
                        BandWords.style(band),
                        byBand.getOrDefault(band, 0L)))
                .toList();
    }

    private static Row row(ReadinessMessage message, String name, List<Column> columns) {
        List<Cell> cells = columns.stream().map(column -> cell(message, column)).toList();
        return new Row(
                message.ukprn(),
                name,
                message.ready(),
                message.criteria().size(),
                BandWords.day(message.asOf()),
                cells);
    }

    private static Cell cell(ReadinessMessage message, Column column) {
        return message.criteria().stream()
                .filter(found -> found.code().equals(column.code()))
                .findFirst()
                .map(found -> new Cell(
                        column.code(),
                        BandWords.of(found.band()),
                        column.code() + " " + column.title() + ": " + BandWords.of(found.band()) + ", "
                                + BandWords.meaning(found.band()),
                        BandWords.style(found.band())))
                .orElseGet(() -> new Cell(column.code(), "–", column.code() + ": not asked", "none"));
    }
}
