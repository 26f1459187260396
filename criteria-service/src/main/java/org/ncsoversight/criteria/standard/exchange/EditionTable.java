package org.ncsoversight.criteria.standard.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.standard.guidance.DamagedFile;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.Measure;
import org.ncsoversight.criteria.standard.model.Voice;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;

/** A whole edition as one table, a row for each of its parts; a part fills only the columns that it needs. */
final class EditionTable {

    static final List<String> COLUMNS = List.of(
            "part",
            "code",
            "title",
            "text",
            "practice",
            "textVersion",
            "voice",
            "voices",
            "whereAppropriate",
            "criteria",
            "edition",
            "from",
            "to",
            "kind",
            "better",
            "limit",
            "minimumBase");

    private EditionTable() {}

    static List<TableRow> rows(PortableEdition edition) {
        var rows = new ArrayList<TableRow>();
        add(
                rows,
                "edition",
                Map.of(
                        "code", edition.id().value(),
                        "title", edition.contents().title(),
                        "from", edition.inForceFrom().map(LocalDate::toString).orElse(""),
                        "to", edition.inForceTo().map(LocalDate::toString).orElse("")));
        add(
                rows,
                "lapses-soon",
                Map.of("limit", Integer.toString(edition.contents().lapsesSoonInDays())));
        edition.contents()
                .elements()
                .forEach(element -> add(
                        rows,
                        "element",
                        Map.of(
                                "code", Integer.toString(element.number()),
                                "title", element.title(),
                                "text", element.about())));
        edition.contents().criteria().forEach(criterion -> criterion(rows, criterion));
        edition.contents()
                .documents()
                .forEach(document -> add(
                        rows,
                        "document",
                        Map.of(
                                "code", document.code(),
                                "title", document.title(),
                                "criteria", words(document.criteria()))));
        edition.contents()
                .links()
                .forEach(link -> add(
                        rows,
                        "link",
                        Map.of("from", link.from().value(), "to", link.to().value())));
        edition.contents()
                .threads()
                .forEach(thread -> add(
                        rows,
                        "thread",
                        Map.of(
                                "code", thread.code(),
                                "title", thread.title(),
                                "text", thread.about(),
                                "criteria", words(thread.criteria()))));
        edition.contents().measures().forEach(measure -> measure(rows, measure));
        edition.mappings().forEach(mapping -> mapping(rows, mapping));
        return rows;
    }

    static PortableEdition edition(List<TableRow> rows) throws DamagedFile {
        var parts = new TableParts();
        for (TableRow row : rows) {
            parts.take(row);
        }
        return parts.edition();
    }

    private static void criterion(List<TableRow> rows, Criterion criterion) {
        String code = criterion.code().value();
        add(
                rows,
                "criterion",
                Map.of(
                        "code", code,
                        "title", criterion.title(),
                        "text", criterion.asks(),
                        "practice", criterion.practice(),
                        "textVersion", Integer.toString(criterion.textVersion()),
                        "voices", voices(criterion.voices()),
                        "whereAppropriate",
                                voices(criterion.whereAppropriate().stream()
                                        .sorted()
                                        .toList())));
        criterion.documents().forEach(document -> add(rows, "looking-for", Map.of("code", code, "text", document)));
        criterion
                .voices()
                .forEach(voice -> criterion
                        .prompts()
                        .getOrDefault(voice, List.of())
                        .forEach(prompt ->
                                add(rows, "prompt", Map.of("code", code, "voice", voice.code(), "text", prompt))));
    }

    private static void measure(List<TableRow> rows, Measure measure) {
        add(
                rows,
                "measure",
                Map.of(
                        "code", measure.code(),
                        "title", measure.title(),
                        "criteria", words(measure.criteria()),
                        "better", measure.better() == Measure.Better.HIGHER ? "higher" : "lower",
                        "limit", Double.toString(measure.limit()),
                        "minimumBase", Integer.toString(measure.minimumBase())));
    }

    private static void mapping(List<TableRow> rows, Mapping mapping) {
        add(
                rows,
                "mapping",
                Map.of(
                        "edition", mapping.fromEdition().value(),
                        "from", mapping.from().value(),
                        "to", words(mapping.to()),
                        "kind", mapping.kind().code()));
    }

    private static void add(List<TableRow> rows, String part, Map<String, String> cells) {
        var all = new HashMap<>(cells);
        all.put("part", part);
        rows.add(new TableRow(rows.size() + 2, all));
    }

    private static String words(List<CriterionCode> codes) {
        return codes.stream().map(CriterionCode::value).collect(Collectors.joining(" "));
    }

    private static String voices(List<Voice> voices) {
        return voices.stream().map(Voice::code).collect(Collectors.joining(" "));
    }
}
