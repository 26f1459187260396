package org.ncsoversight.criteria.accreditation.assessing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.accreditation.model.AssessmentType;
import org.ncsoversight.criteria.accreditation.model.Finding;
import org.ncsoversight.criteria.accreditation.model.Interviewed;
import org.ncsoversight.criteria.accreditation.model.Recommendation;
import org.ncsoversight.criteria.accreditation.model.ReportContent;
import org.ncsoversight.criteria.register.model.Typed;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Element;

/** A report as typed or sent, still to be checked. */
record ReportEntry(
        @Nullable String type,
        @Nullable String edition,
        @Nullable String assessor,
        @Nullable String from,
        @Nullable String to,
        @Nullable String scope,
        @Nullable Map<String, @Nullable String> interviewed,
        @Nullable List<Found> findings,
        @Nullable Map<String, @Nullable String> narratives,
        @Nullable String recommendation) {

    /** What was found about one criterion, as typed or sent. */
    record Found(
            @Nullable String criterion,
            @Nullable Boolean met,
            @Nullable String text,
            @Nullable List<String> strengths,
            @Nullable List<String> improvements,
            @Nullable List<String> evidence) {}

    static final int MAX_SCOPE = 4_000;
    static final int MAX_NARRATIVE = 10_000;
    static final int MAX_INTERVIEWED = 10_000;

    // As it stands in the address of the item's page, or alone.
    private static final Pattern EVIDENCE =
            Pattern.compile("(\\S*/evidence/)?(?<id>[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})([/?#]\\S*)?");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    Optional<EditionId> editionId() {
        return EditionId.parse(text(edition));
    }

    /** What is to be kept, unless something is wrong with it. */
    Optional<ReportContent> check(Edition of, Typed typed) {
        Optional<AssessmentType> sort = AssessmentType.parse(text(type));
        if (sort.isEmpty()) {
            typed.wrong("type", "unknown-type", "Select the type of assessment");
        }
        limit(typed, "assessor", "Name of the assessor", text(assessor), 200);
        limit(typed, "scope", "Scope", text(scope), MAX_SCOPE);
        Optional<LocalDate> first = typed.date("from", "First day", text(from));
        Optional<LocalDate> last = typed.date("to", "Last day", text(to));
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            typed.wrong("to", "before-from", "Last day must be the same as or after the first day");
        }
        Optional<Recommendation> advice = Recommendation.parse(text(recommendation));
        boolean fits = text(recommendation).isEmpty()
                || sort.flatMap(known -> advice.filter(Recommendation.of(known)::contains))
                        .isPresent();
        if (!fits) {
            typed.wrong("recommendation", "unknown-recommendation", "Select a recommendation that fits the assessment");
        }
        Map<Interviewed, Integer> people = people(typed);
        var found = new TreeMap<CriterionCode, Finding>();
        for (Found one : findings == null ? List.<Found>of() : findings) {
            finding(one, of, typed).ifPresent(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        TreeMap<Integer, String> told = narratives(of, typed);
        return typed.fine()
                ? Optional.of(new ReportContent(
                        sort.orElseThrow(),
                        of.id(),
                        text(assessor),
                        first,
                        last,
                        text(scope),
                        people,
                        found,
                        told,
                        advice))
                : Optional.empty();
    }

    private Map<Interviewed, Integer> people(Typed typed) {
        Map<Interviewed, Integer> people = new EnumMap<>(Interviewed.class);
        Map<String, @Nullable String> sent = interviewed == null ? Map.of() : interviewed;
        for (Interviewed group : Interviewed.values()) {
            String number = text(sent.get(group.code()));
            if (NUMBER.matcher(number).matches() && Integer.parseInt(number) <= MAX_INTERVIEWED) {
                people.put(group, Integer.parseInt(number));
            } else if (!number.isEmpty()) {
                typed.wrong(group.code(), "not-a-number", group.label() + " must be a whole number up to 10,000");
            }
        }
        return people;
    }

    private TreeMap<Integer, String> narratives(Edition of, Typed typed) {
        var told = new TreeMap<Integer, String>();
        Map<String, @Nullable String> sent = narratives == null ? Map.of() : narratives;
        for (Element element : of.elements()) {
            String text = text(sent.get(Integer.toString(element.number())));
            limit(typed, "element-" + element.number(), "Narrative", text, MAX_NARRATIVE);
            told.put(element.number(), text);
        }
        return told;
    }

    private static Optional<Map.Entry<CriterionCode, Finding>> finding(Found found, Edition of, Typed typed) {
        Optional<CriterionCode> code = CriterionCode.parse(text(found.criterion))
                .filter(known -> of.criterion(known).isPresent());
        if (code.isEmpty()) {
            typed.wrong("criterion", "unknown-criterion", "The edition has no criterion " + text(found.criterion));
            return Optional.empty();
        }
        String field = "criterion-" + code.get().value();
        limit(typed, field + "-text", "Text", text(found.text), Finding.MAX_TEXT);
        List<String> strengths = points(found.strengths, field + "-strengths", typed);
        List<String> improvements = points(found.improvements, field + "-improvements", typed);
        List<UUID> evidence = evidence(found.evidence, field + "-evidence", typed);
        return Optional.of(Map.entry(
                code.get(),
                new Finding(Optional.ofNullable(found.met), text(found.text), strengths, improvements, evidence)));
    }

    private static List<String> points(@Nullable List<String> sent, String field, Typed typed) {
        List<String> points = (sent == null ? List.<String>of() : sent)
                .stream()
                        .map(ReportEntry::text)
                        .filter(point -> !point.isEmpty())
                        .toList();
        if (points.size() > Finding.MAX_POINTS) {
            typed.wrong(field, "too-many", "There can be up to " + Finding.MAX_POINTS + " points of a kind");
        }
        points.forEach(point -> limit(typed, field, "A point", point, Finding.MAX_POINT));
        return points;
    }

    private static List<UUID> evidence(@Nullable List<String> sent, String field, Typed typed) {
        var ids = new LinkedHashSet<UUID>();
        for (String text : sent == null ? List.<String>of() : sent) {
            Matcher item = EVIDENCE.matcher(text.strip());
            if (item.matches()) {
                ids.add(UUID.fromString(item.group("id")));
            } else if (!text.isBlank()) {
                typed.wrong(
                        field,
                        "not-an-id",
                        "“" + text.strip() + "” is not the id of an evidence item, nor the address of its page");
            }
        }
        if (ids.size() > Finding.MAX_EVIDENCE) {
            typed.wrong(field, "too-many", "There can be up to " + Finding.MAX_EVIDENCE + " items of evidence");
        }
        return List.copyOf(ids);
    }

    private static void limit(Typed typed, String field, String label, String text, int most) {
        if (text.length() > most) {
            typed.wrong(field, "too-long", label + " must be " + String.format("%,d", most) + " characters or fewer");
        }
    }

    static List<String> lines(@Nullable String text) {
        return Arrays.stream(text(text).split("\\R", -1)).map(String::strip).toList();
    }

    static ReportEntry of(ReportContent content) {
        var people = new LinkedHashMap<String, @Nullable String>();
        content.interviewed().forEach((group, number) -> people.put(group.code(), Integer.toString(number)));
        var told = new LinkedHashMap<String, @Nullable String>();
        content.narratives().forEach((element, text) -> told.put(Integer.toString(element), text));
        return new ReportEntry(
                content.type().code(),
                content.edition().value(),
                content.assessor(),
                content.from().map(LocalDate::toString).orElse(""),
                content.to().map(LocalDate::toString).orElse(""),
                content.scope(),
                people,
                content.findings().entrySet().stream()
                        .map(entry -> found(entry.getKey(), entry.getValue()))
                        .toList(),
                told,
                content.recommendation().map(Recommendation::code).orElse(""));
    }

    static Found found(CriterionCode code, Finding finding) {
        return new Found(
                code.value(),
                finding.met().orElse(null),
                finding.text(),
                finding.strengths(),
                finding.improvements(),
                finding.evidence().stream().map(UUID::toString).toList());
    }
}
