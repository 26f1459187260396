package org.ncsoversight.evidence.together.assigning;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.spreadsheet.Export;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Column;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Setting;
import org.ncsoversight.evidence.spreadsheet.WholeList;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.together.model.Assignment;
import org.ncsoversight.evidence.together.store.AssignmentStore;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of assignments as a file. */
@Controller
class AssignmentsExport {

    private final AssignmentStore store;
    private final EditionInForce days;
    private final Words words;
    private final Export export;

    AssignmentsExport(AssignmentStore store, EditionInForce days, Words words, Export export) {
        this.store = store;
        this.days = days;
        this.words = words;
        this.export = export;
    }

    @GetMapping({
        "/evidence/assignments/export.{extension:csv|xlsx}",
        "/api/evidence/assignments/export.{extension:csv|xlsx}"
    })
    void export(
            Caller caller,
            @ModelAttribute AssignmentQuery query,
            @PathVariable String extension,
            HttpServletResponse response)
            throws IOException {
        var today = days.today();
        var filter = query.filter(today);
        export.answer(
                response,
                extension,
                new Spreadsheet<>("Assignments", settings(query), columns(today)),
                new WholeList<>(after -> {
                    var page = store.list(filter, after, WholeList.PAGE_LENGTH, caller.own());
                    return new WholeList.Page<>(page.assignments(), page.next());
                }));
    }

    private List<Column<Assignment>> columns(LocalDate today) {
        return List.of(
                new Column<>("Criterion", one -> one.work().criterion().value()),
                new Column<>(
                        "Voice",
                        one -> Optional.ofNullable(one.work().voice())
                                .map(words::voice)
                                .orElse("Any")),
                new Column<>("Colleague", one -> one.work().assignee()),
                new Column<>("Due", one -> one.work().dueOn()),
                new Column<>("State", one -> one.isOverdueOn(today) ? "Overdue" : state(one.state())),
                new Column<>("Note", one -> one.work().note()),
                new Column<>("Assignment", one -> one.id().toString()));
    }

    private static List<Setting> settings(AssignmentQuery query) {
        var settings = new ArrayList<Setting>();
        add(settings, "Colleague’s username", query.assignee());
        add(settings, "Criterion", query.criterion());
        add(
                settings,
                "State",
                Assignment.State.of(Optional.ofNullable(query.state()).orElse(""))
                        .map(AssignmentsExport::state)
                        .orElse(""));
        add(settings, "Only what is overdue", "yes".equals(query.overdue()) ? "yes" : "");
        return settings;
    }

    private static void add(List<Setting> settings, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            settings.add(new Setting(name, value));
        }
    }

    private static String state(Assignment.State state) {
        return switch (state) {
            case OPEN -> "Open";
            case DONE -> "Done";
            case CANCELLED -> "Cancelled";
        };
    }
}
