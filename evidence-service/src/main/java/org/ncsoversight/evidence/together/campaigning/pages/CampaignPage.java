package org.ncsoversight.evidence.together.campaigning.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.spreadsheet.Export;
import org.ncsoversight.evidence.together.campaigning.CampaignApi;
import org.ncsoversight.evidence.together.campaigning.Overview;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.Progress;
import org.ncsoversight.evidence.together.store.CampaignStore;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One campaign: to a provider its request and own answer, to others who has answered, also as a file. */
@Controller
class CampaignPage {

    private final CampaignStore store;
    private final Overview overview;
    private final CampaignSheet sheet;
    private final Export export;

    CampaignPage(CampaignStore store, Overview overview, CampaignSheet sheet, Export export) {
        this.store = store;
        this.overview = overview;
        this.sheet = sheet;
        this.export = export;
    }

    @GetMapping("/evidence/campaigns/{id}")
    ModelAndView show(Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "") String progress) {
        var campaign = campaign(caller, id);
        var rows = overview.rows(campaign, caller.visible());
        var wanted = Progress.of(progress);
        var page = new ModelAndView("together/campaigning/campaign");
        page.addObject("campaign", campaign);
        page.addObject("asked", campaign.asked());
        page.addObject("history", campaign.history().reversed());
        page.addObject(
                "own", CampaignListPage.asked(caller).map(_ -> rows.getFirst()).orElse(null));
        page.addObject("rows", narrowed(rows, wanted));
        page.addObject("counts", Overview.counts(rows));
        page.addObject("wanted", wanted.map(Progress::word).orElse(""));
        page.addObject("mayRun", caller.may(Capability.OVERSEE) && !campaign.closed());
        page.addObject("mayAnswer", caller.may(Capability.LEAD) && !campaign.closed());
        return page;
    }

    @GetMapping("/evidence/campaigns/{id}/export.{extension:csv|xlsx}")
    void export(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String extension,
            @RequestParam(defaultValue = "") String progress,
            HttpServletResponse response)
            throws IOException {
        var campaign = campaign(caller, id);
        var wanted = Progress.of(progress);
        var rows = narrowed(overview.rows(campaign, caller.visible()), wanted);
        export.answer(response, extension, sheet.of(campaign, wanted), rows);
    }

    private static List<Overview.Row> narrowed(List<Overview.Row> rows, Optional<Progress> wanted) {
        return rows.stream()
                .filter(row -> wanted.isEmpty() || wanted.get() == row.progress())
                .toList();
    }

    private Campaign campaign(Caller caller, UUID id) {
        return store.find(id, caller.visible()).orElseThrow(() -> CampaignApi.notFound(id));
    }
}
