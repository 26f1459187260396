package org.ncsoversight.criteria.standard.guidance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.standard.guidance.Sentences.Suggested;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Element;
import org.ncsoversight.criteria.standard.model.Link;
import org.ncsoversight.criteria.standard.model.Voice;

/**
 * Reads the guidance document line by line: headings of elements, which are repeated where a page breaks, and tables of
 * three columns separated by tabs, whose headers vary. What does not fit is refused, so that nothing is lost unseen.
 */
public final class GuidanceReader {

    private static final Pattern HEADING =
            Pattern.compile("ELEMENT\\s+([1-9])\\s*[-–—:]\\s*(\\S.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER = Pattern.compile("criteri(?:a|on)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CRITERION = Pattern.compile("([1-9]\\.[1-9][0-9]?)\\s+(\\S.*)", Pattern.DOTALL);

    private final List<String> above = new ArrayList<>();
    private final Map<Integer, Element> elements = new LinkedHashMap<>();
    private final Map<CriterionCode, Criterion> criteria = new LinkedHashMap<>();
    private final Map<CriterionCode, Integer> lines = new LinkedHashMap<>();
    private int element;
    private boolean tableBegun;
    private int line;

    private GuidanceReader() {}

    public static Guidance read(byte[] file) throws DamagedFile {
        var reader = new GuidanceReader();
        for (String text : Lines.of(file)) {
            reader.line++;
            if (!text.isBlank()) {
                reader.take(text.strip());
            }
        }
        return reader.whole();
    }

    private void take(String text) throws DamagedFile {
        Matcher heading = HEADING.matcher(text);
        if (heading.matches() && text.indexOf('\t') < 0) {
            begin(Integer.parseInt(heading.group(1)), heading.group(2).strip());
        } else if (text.indexOf('\t') >= 0 || text.startsWith("<p>") || text.contains("</p>")) {
            row(Cells.of(line, text));
        } else if (CRITERION.matcher(text).matches()) {
            throw new DamagedFile(line, "row-cut", "This row has 1 cell where there should be 3");
        } else {
            prose(text);
        }
    }

    private void begin(int number, String title) throws DamagedFile {
        Element known = elements.get(number);
        if (known == null && number != elements.size() + 1) {
            throw new DamagedFile(
                    line,
                    "element-missing",
                    "Element " + number + " begins here, but element " + (elements.size() + 1) + " is missing");
        }
        if (known != null && (number != element || !known.title().equalsIgnoreCase(title))) {
            throw new DamagedFile(
                    line, "element-twice", "Element " + number + " begins a second time, or under another title");
        }
        if (known == null) {
            refuseEmptyElement();
            elements.put(number, new Element(number, title, ""));
        }
        element = number;
        tableBegun = false;
    }

    private void row(Cells cells) throws DamagedFile {
        if (HEADER.matcher(cells.first()).matches()) {
            tableBegun = true;
            return;
        }
        Matcher criterion = CRITERION.matcher(cells.first());
        if (!criterion.matches()) {
            throw new DamagedFile(line, "no-code", "This row does not begin with the number of a criterion");
        }
        if (cells.isCutOff()) {
            throw new DamagedFile(line, "row-cut", "The last cell of this row ends in the middle of a sentence");
        }
        CriterionCode code = CriterionCode.of(criterion.group(1));
        check(code);
        Suggested suggested = Sentences.voices(cells.meaning(), cells.practice());
        Map<Voice, List<String>> noPrompts =
                suggested.voices().stream().collect(Collectors.toMap(voice -> voice, _ -> List.of()));
        tableBegun = true;
        lines.put(code, line);
        criteria.put(
                code,
                new Criterion(
                        code,
                        criterion.group(2).strip(),
                        1,
                        cells.meaning(),
                        cells.practice(),
                        List.of(),
                        suggested.voices(),
                        suggested.whereAppropriate(),
                        noPrompts));
    }

    private void check(CriterionCode code) throws DamagedFile {
        if (lines.containsKey(code)) {
            throw new DamagedFile(
                    line, "code-twice", "Criterion " + code + " stands already in line " + lines.get(code));
        }
        if (code.element() != element) {
            throw new DamagedFile(
                    line,
                    "element-missing",
                    "Criterion " + code + " stands here, but the heading of element " + code.element() + " is missing");
        }
        long before = criteria.keySet().stream()
                .filter(other -> other.element() == element)
                .count();
        if (code.number() != before + 1) {
            throw new DamagedFile(
                    line,
                    "criterion-missing",
                    "Criterion " + code + " stands here, but " + element + "." + (before + 1) + " is missing");
        }
    }

    private void prose(String text) throws DamagedFile {
        if (element == 0) {
            above.add(text);
            return;
        }
        if (tableBegun) {
            throw new DamagedFile(line, "not-understood", "This line is neither a row of three cells nor a heading");
        }
        Element known = Objects.requireNonNull(elements.get(element));
        // Where a page breaks, what stands under the heading is repeated with it.
        if (!List.of(known.about().split(Cells.BETWEEN_PARAGRAPHS, -1)).contains(text)) {
            String about = known.about().isEmpty() ? text : known.about() + Cells.BETWEEN_PARAGRAPHS + text;
            elements.put(element, new Element(element, known.title(), about));
        }
    }

    private Guidance whole() throws DamagedFile {
        if (elements.isEmpty()) {
            throw new DamagedFile(Math.max(line, 1), "no-element", "No heading of an element was found");
        }
        refuseEmptyElement();
        var links = new ArrayList<Link>();
        for (Criterion criterion : criteria.values()) {
            for (CriterionCode to : Sentences.linkedFrom(
                    criterion.code(), criterion.asks() + Cells.BETWEEN_PARAGRAPHS + criterion.practice())) {
                if (!criteria.containsKey(to)) {
                    throw new DamagedFile(
                            lineOf(criterion.code()),
                            "link-to-nothing",
                            "It names criterion " + to + ", which is missing");
                }
                links.add(new Link(criterion.code(), to));
            }
        }
        return new Guidance(title(), List.copyOf(elements.values()), List.copyOf(criteria.values()), links, line);
    }

    private void refuseEmptyElement() throws DamagedFile {
        if (element > 0 && criteria.keySet().stream().noneMatch(code -> code.element() == element)) {
            throw new DamagedFile(line, "criterion-missing", "Element " + element + " has no criterion");
        }
    }

    private String title() {
        return above.isEmpty() ? "Guidance" : String.join(", ", above).replace("*", "");
    }

    private int lineOf(CriterionCode code) {
        @Nullable Integer known = lines.get(code);
        return known == null ? 1 : known;
    }
}
