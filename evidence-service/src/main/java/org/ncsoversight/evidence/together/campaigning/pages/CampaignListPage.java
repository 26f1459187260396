package org.ncsoversight.evidence.together.campaigning.pages;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;
import org.ncsoversight.evidence.together.model.Progress;
import org.ncsoversight.evidence.together.store.CampaignStore;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Campaigns, newest first: for a provider those that ask it, with how far its answer is. */
@Controller
class CampaignListPage {

    private static final int PAGE_LENGTH = 50;

    private final CampaignStore store;
    private final EvidenceStore items;
    private final EditionInForce days;

    CampaignListPage(CampaignStore store, EvidenceStore items, EditionInForce days) {
        this.store = store;
        this.items = items;
        this.days = days;
    }

    @GetMapping("/evidence/campaigns")
    ModelAndView list(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String after) {
        var found = store.list(open, Cursor.read(after), PAGE_LENGTH, caller.visible());
        var page = new ModelAndView("together/campaigning/campaign-list");
        page.addObject("campaigns", found.campaigns());
        page.addObject("open", open);
        page.addObject("today", days.today());
        page.addObject("mayAsk", caller.may(Capability.OVERSEE));
        page.addObject(
                "progress",
                asked(caller).map(provider -> progress(found, provider, caller)).orElse(null));
        page.addObject("next", found.next().map(Cursor::write).orElse(null));
        return page;
    }

    /** The provider that answers for itself here; empty for those who look at many. */
    static Optional<ProviderId> asked(Caller caller) {
        return caller.may(Capability.OVERSEE) ? Optional.empty() : caller.organisation();
    }

    private Map<UUID, Progress> progress(CampaignStore.Page found, ProviderId provider, Caller caller) {
        var ids = found.campaigns().stream().map(Campaign::id).toList();
        var answers = store.answersOf(provider, ids, caller.own()).stream()
                .collect(Collectors.toMap(CampaignAnswer::campaign, Function.identity()));
        var states = items.states(CampaignAnswer.itemsOf(answers.values()), caller.own());
        return found.campaigns().stream()
                .collect(Collectors.toMap(
                        Campaign::id,
                        campaign -> Progress.of(campaign, answers.get(campaign.id()), states, days.today())));
    }
}
