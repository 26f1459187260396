package org.ncsoversight.criteria.standard.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.standard.guidance.DamagedFile;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Decimal;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Element;
import org.ncsoversight.criteria.standard.model.GoldenThread;
import org.ncsoversight.criteria.standard.model.Link;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.Measure;
import org.ncsoversight.criteria.standard.model.NamedDocument;
import org.ncsoversight.criteria.standard.model.Voice;
import org.ncsoversight.criteria.standard.model.drafting.PortableEdition;
import org.ncsoversight.tables.TableDates;

/** Puts an edition together from the rows of its table, which may come in any order that keeps a part's own. */
final class TableParts {

    private @Nullable TableRow head;
    private int lapsesSoonInDays = Contents.LAPSES_SOON_UNLESS_SAID_IN_DAYS;
    private final List<Element> elements = new ArrayList<>();
    private final Map<CriterionCode, Criterion> criteria = new LinkedHashMap<>();
    private final Map<CriterionCode, List<String>> lookingFor = new LinkedHashMap<>();
    private final Map<CriterionCode, Map<Voice, List<String>>> prompts = new LinkedHashMap<>();
    private final List<NamedDocument> documents = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<GoldenThread> threads = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final List<Mapping> mappings = new ArrayList<>();

    void take(TableRow row) throws DamagedFile {
        String code = row.get("code");
        String title = row.get("title");
        String text = row.get("text");
        switch (row.get("part")) {
            case "edition" -> head(row);
            case "lapses-soon" -> lapsesSoonInDays = row.read(() -> Integer.parseInt(row.get("limit")));
            case "element" -> elements.add(row.read(() -> new Element(Integer.parseInt(code), title, text)));
            case "criterion" -> criterion(row);
            case "looking-for" ->
                lookingFor
                        .computeIfAbsent(row.code("code"), _ -> new ArrayList<>())
                        .add(text);
            case "prompt" ->
                prompts.computeIfAbsent(row.code("code"), _ -> new EnumMap<>(Voice.class))
                        .computeIfAbsent(row.read(() -> Voice.of(row.get("voice"))), _ -> new ArrayList<>())
                        .add(text);
            case "document" -> documents.add(new NamedDocument(code, title, row.codes("criteria")));
            case "link" -> links.add(new Link(row.code("from"), row.code("to")));
            case "thread" -> threads.add(new GoldenThread(code, title, text, row.codes("criteria")));
            case "measure" -> measure(row);
            case "mapping" -> mapping(row);
            default ->
                throw new DamagedFile(row.line(), "row-not-understood", "There is no part called " + row.get("part"));
        }
    }

    PortableEdition edition() throws DamagedFile {
        TableRow first = head;
        if (first == null) {
            throw new DamagedFile(1, "edition-missing", "No row says which edition this is");
        }
        return first.read(() -> new PortableEdition(
                new EditionId(first.get("code")),
                new Contents(
                        first.get("title"),
                        elements,
                        criteria.values().stream().map(this::whole).toList(),
                        documents,
                        links,
                        threads,
                        measures,
                        lapsesSoonInDays),
                date(first.get("from")),
                date(first.get("to")),
                mappings));
    }

    private void head(TableRow row) throws DamagedFile {
        if (head != null) {
            throw new DamagedFile(row.line(), "code-twice", "The edition stands already in line " + head.line());
        }
        head = row;
    }

    private void criterion(TableRow row) throws DamagedFile {
        CriterionCode code = row.code("code");
        Criterion criterion = row.read(() -> {
            List<Voice> voices = row.words("voices").stream().map(Voice::of).toList();
            return new Criterion(
                    code,
                    row.get("title"),
                    Integer.parseInt(row.get("textVersion")),
                    row.get("text"),
                    row.get("practice"),
                    List.of(),
                    voices,
                    row.words("whereAppropriate").stream().map(Voice::of).collect(Collectors.toSet()),
                    voices.stream().collect(Collectors.toMap(voice -> voice, _ -> List.of())));
        });
        if (criteria.put(code, criterion) != null) {
            throw new DamagedFile(row.line(), "code-twice", "Criterion " + code + " stands in an earlier row already");
        }
    }

    private void measure(TableRow row) throws DamagedFile {
        List<CriterionCode> codes = row.codes("criteria");
        measures.add(row.read(() -> new Measure(
                row.get("code"),
                row.get("title"),
                codes,
                "higher".equals(row.get("better")) ? Measure.Better.HIGHER : lower(row.get("better")),
                Decimal.parse(row.get("limit"))
                        .orElseThrow(() -> new IllegalArgumentException("limit is not a number like 0.85")),
                Integer.parseInt(row.get("minimumBase")))));
    }

    private static Measure.Better lower(String text) {
        if (!text.equals("lower")) {
            throw new IllegalArgumentException("better is neither higher nor lower");
        }
        return Measure.Better.LOWER;
    }

    private void mapping(TableRow row) throws DamagedFile {
        CriterionCode from = row.code("from");
        List<CriterionCode> to = row.codes("to");
        mappings.add(row.read(() -> new Mapping(
                new EditionId(row.get("edition")),
                from,
                to,
                Mapping.Kind.parse(row.get("kind")).orElseThrow())));
    }

    private Criterion whole(Criterion criterion) {
        var asked = new EnumMap<Voice, List<String>>(Voice.class);
        criterion.voices().forEach(voice -> asked.put(voice, List.of()));
        asked.putAll(prompts.getOrDefault(criterion.code(), Map.of()));
        return criterion
                .withDocuments(lookingFor.getOrDefault(criterion.code(), List.of()))
                .withPrompts(asked);
    }

    private static Optional<LocalDate> date(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(TableDates.of(text)
                        .orElseThrow(() -> new IllegalArgumentException("a day is not written as 2026-10-31")));
    }
}
