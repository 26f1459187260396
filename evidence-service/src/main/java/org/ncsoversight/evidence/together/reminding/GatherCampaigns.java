package org.ncsoversight.evidence.together.reminding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.security.ScheduledWork;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;
import org.ncsoversight.evidence.together.model.CampaignReminder;
import org.ncsoversight.evidence.together.model.Progress;
import org.ncsoversight.evidence.together.store.CampaignStore;
import org.ncsoversight.evidence.together.store.KnownPeople.Known;
import org.springframework.stereotype.Component;

/** Finds the campaigns that wait for somebody's organisation; its leads answer, so they are told. */
@Component
class GatherCampaigns {

    private static final int AT_A_TIME = 100;

    private final CampaignStore campaigns;
    private final EvidenceStore evidence;
    private final ScheduledWork scheduled;

    GatherCampaigns(CampaignStore campaigns, EvidenceStore evidence, ScheduledWork scheduled) {
        this.campaigns = campaigns;
        this.evidence = evidence;
        this.scheduled = scheduled;
    }

    List<CampaignReminder> of(Known known, LocalDate today) {
        var provider = known.person().organisation();
        if (provider == null || !known.lead()) {
            return List.of();
        }
        var own = scheduled.ownOf(known.person());
        var open = open(own);
        var answers = campaigns
                .answersOf(provider, open.stream().map(Campaign::id).toList(), own)
                .stream()
                .collect(Collectors.toMap(CampaignAnswer::campaign, Function.identity()));
        var states = evidence.states(CampaignAnswer.itemsOf(answers.values()), own);
        return open.stream()
                .filter(campaign -> Progress.of(campaign, answers.get(campaign.id()), states, today)
                        .waits())
                .map(campaign -> CampaignReminder.of(known.person().subject(), campaign, today))
                .toList();
    }

    private List<Campaign> open(VisibleProviders own) {
        var open = new ArrayList<Campaign>();
        @Nullable String after = null;
        do {
            var page = campaigns.list(true, after, AT_A_TIME, own);
            open.addAll(page.campaigns());
            after = page.next().orElse(null);
        } while (after != null);
        return open;
    }
}
