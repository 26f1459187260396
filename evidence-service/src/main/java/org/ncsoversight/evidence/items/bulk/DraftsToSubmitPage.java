package org.ncsoversight.evidence.items.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The drafts of a provider, to choose those that shall be submitted. */
@Controller
class DraftsToSubmitPage {

    private static final int PAGE_LENGTH = 100;

    /** One draft as the page shows it. */
    public record Row(String id, long version, String title, String startedBy, boolean handedOver, Draft draft) {}

    private final DraftStore drafts;

    DraftsToSubmitPage(DraftStore drafts) {
        this.drafts = drafts;
    }

    @GetMapping("/evidence/bulk/drafts")
    ModelAndView list(Caller caller, @RequestParam(required = false) @Nullable String after) {
        var found = drafts.list(Cursor.read(after), PAGE_LENGTH, caller.own());
        List<Row> rows = found.drafts().stream()
                .map(draft -> new Row(
                        draft.id().toString(),
                        draft.version(),
                        SubmitEach.title(draft),
                        draft.started().by().username(),
                        draft.handedOver(),
                        draft))
                .toList();
        var page = new ModelAndView("items/bulk/drafts");
        page.addObject("drafts", rows);
        page.addObject("next", found.next().map(Cursor::write).orElse(null));
        return page;
    }
}
