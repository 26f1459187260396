package org.ncsoversight.evidence.together.campaigning.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.spreadsheet.Export;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Column;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Setting;
import org.ncsoversight.evidence.spreadsheet.WholeList;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;
import org.ncsoversight.evidence.together.model.Progress;
import org.ncsoversight.evidence.together.store.CampaignStore;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of campaigns as a file: for a provider with its own answer, else with how many are asked. */
@Controller
class CampaignsExport {

    /** A campaign with what the caller's organisation answered; null where it is not asked for itself. */
    private record Line(Campaign campaign, @Nullable Progress progress) {}

    private final CampaignStore store;
    private final EvidenceStore items;
    private final CampaignWords words;
    private final EditionInForce days;
    private final Export export;

    CampaignsExport(CampaignStore store, EvidenceStore items, CampaignWords words, EditionInForce days, Export export) {
        this.store = store;
        this.items = items;
        this.words = words;
        this.days = days;
        this.export = export;
    }

    @GetMapping({
        "/evidence/campaigns/export.{extension:csv|xlsx}",
        "/api/evidence/campaigns/export.{extension:csv|xlsx}"
    })
    void export(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean open,
            @PathVariable String extension,
            HttpServletResponse response)
            throws IOException {
        var today = days.today();
        var filter = open ? List.of(new Setting("State", "Only open campaigns")) : List.<Setting>of();
        var asked = CampaignListPage.asked(caller);
        export.answer(
                response,
                extension,
                new Spreadsheet<>("Campaigns", filter, columns(asked.isPresent(), today)),
                new WholeList<>(after -> {
                    var page = store.list(open, after, WholeList.PAGE_LENGTH, caller.visible());
                    return new WholeList.Page<>(lines(page.campaigns(), asked, caller), page.next());
                }));
    }

    private List<Line> lines(List<Campaign> campaigns, Optional<ProviderId> asked, Caller caller) {
        if (asked.isEmpty()) {
            return campaigns.stream().map(one -> new Line(one, null)).toList();
        }
        var ids = campaigns.stream().map(Campaign::id).toList();
        var answers = store.answersOf(asked.get(), ids, caller.own()).stream()
                .collect(Collectors.toMap(CampaignAnswer::campaign, Function.<CampaignAnswer>identity()));
        var states = items.states(CampaignAnswer.itemsOf(answers.values()), caller.own());
        return campaigns.stream()
                .map(one -> new Line(one, Progress.of(one, answers.get(one.id()), states, days.today())))
                .toList();
    }

    private List<Column<Line>> columns(boolean ofProvider, LocalDate today) {
        var columns = new ArrayList<Column<Line>>();
        columns.add(new Column<>("Campaign", line -> line.campaign().asked().title()));
        columns.add(new Column<>("Criteria", line -> criteria(line.campaign())));
        columns.add(new Column<>("Due", line -> line.campaign().asked().dueOn()));
        columns.add(
                ofProvider
                        ? new Column<>(
                                "Your answer",
                                line -> Optional.ofNullable(line.progress())
                                        .map(words::progress)
                                        .orElse(null))
                        : new Column<>(
                                "Providers",
                                line -> line.campaign().asked().providers().size()));
        columns.add(new Column<>("State", line -> state(line.campaign(), today)));
        columns.add(new Column<>("Id", line -> line.campaign().id().toString()));
        return columns;
    }

    private static String criteria(Campaign campaign) {
        var criteria = campaign.asked().criteria();
        return criteria.isEmpty()
                ? "Any"
                : criteria.stream().map(CriterionCode::value).collect(Collectors.joining(", "));
    }

    /** As the list on the screen says it. */
    private static String state(Campaign campaign, LocalDate today) {
        if (campaign.closed()) {
            return "Closed";
        }
        return campaign.isLateOn(today) ? "Open, due date over" : "Open";
    }
}
