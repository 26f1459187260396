package org.ncsoversight.evidence.planning.improving.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.planning.improving.ImprovementInput;
import org.ncsoversight.evidence.planning.improving.ImprovementInput.SourceInput;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.model.Source;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The page's form with everything as it was typed, so that it can be shown again. */
public record ImprovementForm(MultiValueMap<String, String> typed) {

    private static final Pattern CODED_THEME = Pattern.compile("\\[([^\\]]+)\\]\\s*(.*)");

    /** An area for improvement as typed. */
    public record Area(String report, String criterion, String text) {

        public boolean isEmpty() {
            return (report + criterion + text).isBlank();
        }
    }

    /** What is kept, as if it had just been typed. */
    static ImprovementForm of(ImprovementAction action) {
        var improvement = action.improvement();
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("version", Long.toString(action.version()));
        typed.add("title", improvement.title());
        typed.add("difference", improvement.difference());
        improvement.criteria().forEach(code -> typed.add("criteria", code.value()));
        typed.add("owner", improvement.owner());
        typed.add("due-day", Integer.toString(improvement.dueOn().getDayOfMonth()));
        typed.add("due-month", Integer.toString(improvement.dueOn().getMonthValue()));
        typed.add("due-year", Integer.toString(improvement.dueOn().getYear()));
        var themes = new ArrayList<String>();
        var items = new ArrayList<String>();
        for (Source source : improvement.sources()) {
            switch (source) {
                case Source.Gap(var criterion, var voice) -> typed.add("gaps", gapKey(criterion.value(), voice));
                case Source.Theme(var code, var text) -> themes.add(code == null ? text : "[" + code + "] " + text);
                case Source.Area(var report, var criterion, var text) -> {
                    typed.add("area-report", report);
                    typed.add("area-criterion", criterion.value());
                    typed.add("area-text", text);
                }
                case Source.Item(var evidence) -> items.add(evidence.toString());
            }
        }
        typed.add("themes", String.join("\n", themes));
        typed.add("evidence", String.join("\n", items));
        return new ImprovementForm(typed);
    }

    private static String gapKey(String criterion, @Nullable Voice voice) {
        return criterion
                + Optional.ofNullable(voice).map(one -> ":" + one.word()).orElse("");
    }

    public String text(String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "");
    }

    public boolean has(String field, String value) {
        return all(field).contains(value);
    }

    public List<String> all(String field) {
        return typed.getOrDefault(field, List.of());
    }

    /** Those typed and an empty one to type another in. */
    public List<Area> areas() {
        var areas = new ArrayList<>(typedAreas());
        areas.add(new Area("", "", ""));
        return areas;
    }

    public ImprovementInput input() {
        return new ImprovementInput(
                null, text("title"), text("difference"), all("criteria"), text("owner"), due(), sources());
    }

    private List<SourceInput> sources() {
        var sources = new ArrayList<SourceInput>();
        for (String gap : all("gaps")) {
            var parts = gap.split(":", 2);
            sources.add(SourceInput.gap(parts[0], parts.length == 2 ? parts[1] : ""));
        }
        text("themes").lines().filter(line -> !line.isBlank()).forEach(line -> sources.add(theme(line.strip())));
        typedAreas().forEach(area -> sources.add(SourceInput.area(area.report(), area.criterion(), area.text())));
        text("evidence").lines().filter(line -> !line.isBlank()).forEach(line -> sources.add(SourceInput.item(line)));
        return sources;
    }

    private static SourceInput theme(String line) {
        var coded = CODED_THEME.matcher(line);
        return coded.matches() ? SourceInput.theme(coded.group(1), coded.group(2)) : SourceInput.theme("", line);
    }

    private List<Area> typedAreas() {
        var areas = new ArrayList<Area>();
        for (int i = 0; i < all("area-text").size(); i++) {
            areas.add(new Area(nth("area-report", i), nth("area-criterion", i), nth("area-text", i)));
        }
        areas.removeIf(Area::isEmpty);
        return areas;
    }

    private String nth(String field, int index) {
        var values = all(field);
        return index < values.size() ? values.get(index) : "";
    }

    /** Three boxes as one ISO date; empty only when all three are. */
    private String due() {
        String day = text("due-day").strip();
        String month = text("due-month").strip();
        String year = text("due-year").strip();
        return day.isEmpty() && month.isEmpty() && year.isEmpty() ? "" : year + "-" + month + "-" + day;
    }
}
