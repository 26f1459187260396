package org.ncsoversight.evidence.planning.improving.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.planning.improving.ImprovementQuery;
import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.model.Source;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Column;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Setting;

/** The improvement plan as a table to take away. */
final class ImprovementSheet {

    private ImprovementSheet() {}

    static Spreadsheet<ImprovementAction> of(ImprovementQuery query, LocalDate today) {
        var settings = query.asked().entrySet().stream()
                .map(field -> setting(field.getKey(), field.getValue()))
                .toList();
        return new Spreadsheet<>(
                "Improvement plan",
                settings,
                List.of(
                        new Column<>("Provider", action -> action.provider().ukprn()),
                        new Column<>("Title", action -> action.improvement().title()),
                        new Column<>(
                                "What will be different",
                                action -> action.improvement().difference()),
                        new Column<>("Criteria", ImprovementSheet::criteria),
                        new Column<>("Owner", action -> action.improvement().owner()),
                        new Column<>("Due", action -> action.improvement().dueOn()),
                        new Column<>("State", action -> ImprovementWords.inWords(action.state())),
                        new Column<>("Overdue", action -> action.isOverdueOn(today) ? "yes" : "no"),
                        new Column<>("Sources", ImprovementSheet::sources),
                        new Column<>("Last changed", action -> action.latest().at()),
                        new Column<>(
                                "Last changed by",
                                action -> action.latest().by().username()),
                        new Column<>("Last reason", action -> action.latest().reason()),
                        new Column<>("Action", action -> action.id().toString())));
    }

    /** As the filter of the page is written. */
    private static Setting setting(String field, String asked) {
        return switch (field) {
            case "provider" -> new Setting("Provider’s UKPRN", asked);
            case "criterion" -> new Setting("Criterion", asked);
            case "state" ->
                new Setting(
                        "State",
                        ActionState.of(asked).map(ImprovementWords::inWords).orElse(asked));
            case "owner" -> new Setting("Owner", asked);
            default -> new Setting("Only overdue actions", asked);
        };
    }

    private static String criteria(ImprovementAction action) {
        return action.improvement().criteria().stream()
                .map(CriterionCode::value)
                .collect(Collectors.joining(", "));
    }

    private static String sources(ImprovementAction action) {
        return action.improvement().sources().stream()
                .map(ImprovementSheet::words)
                .collect(Collectors.joining("; "));
    }

    /** One source in one line, as pages and files show it. */
    static String words(Source source) {
        return switch (source) {
            case Source.Gap(var criterion, var voice) ->
                "Gap: %s %s"
                        .formatted(criterion, voice == null ? "" : voice.word())
                        .strip();
            case Source.Theme(var code, var text) ->
                code == null || code.equals(text) ? "Theme: " + text : "Theme %s: %s".formatted(code, text);
            case Source.Area(var report, var criterion, var text) ->
                "Area for improvement %s, report %s: %s".formatted(criterion, report, text);
            case Source.Item(var evidence) -> "Evidence " + evidence;
        };
    }
}
