package org.ncsoversight.evidence.items.drafting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.spreadsheet.Export;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Column;
import org.ncsoversight.evidence.spreadsheet.WholeList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The own organisation's drafts as a file. */
@Controller
class DraftsExport {

    private static final Spreadsheet<Draft> SHEET = new Spreadsheet<>(
            "Drafts",
            List.of(),
            List.of(
                    new Column<>("Title", draft -> draft.proposal().text(Field.TITLE)),
                    new Column<>(
                            "Criteria",
                            draft -> String.join(", ", draft.proposal().all(Field.CRITERIA))),
                    new Column<>("Started by", draft -> draft.started().by().username()),
                    new Column<>("Last saved", Draft::savedAt),
                    new Column<>("State", DraftsExport::state),
                    new Column<>("Draft", draft -> draft.id().toString())));

    private final DraftStore drafts;
    private final Export export;

    DraftsExport(DraftStore drafts, Export export) {
        this.drafts = drafts;
        this.export = export;
    }

    @GetMapping({"/evidence/drafts/export.{extension:csv|xlsx}", "/api/evidence/drafts/export.{extension:csv|xlsx}"})
    void export(Caller caller, @PathVariable String extension, HttpServletResponse response) throws IOException {
        export.answer(response, extension, SHEET, new WholeList<>(after -> {
            var page = drafts.list(after, WholeList.PAGE_LENGTH, caller.own());
            return new WholeList.Page<>(page.drafts(), page.next());
        }));
    }

    /** As the list on the screen says it. */
    private static String state(Draft draft) {
        if (draft.handedOver()) {
            return "Left to a lead";
        }
        return draft.isRevision() ? "New revision" : "Draft";
    }
}
