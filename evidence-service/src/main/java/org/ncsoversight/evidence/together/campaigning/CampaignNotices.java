package org.ncsoversight.evidence.together.campaigning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.presenting.HomeNotice;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;
import org.ncsoversight.evidence.together.model.Progress;
import org.ncsoversight.evidence.together.store.CampaignStore;
import org.springframework.stereotype.Component;

/** Says on a provider's home that campaigns wait for its answer, and which of them are overdue. */
@Component
class CampaignNotices implements HomeNotice {

    private static final int COUNTED_UP_TO = 100;
    private static final String LIST = "/evidence/campaigns?open=true";

    private final CampaignStore store;
    private final EvidenceStore items;
    private final EditionInForce days;

    CampaignNotices(CampaignStore store, EvidenceStore items, EditionInForce days) {
        this.store = store;
        this.items = items;
        this.days = days;
    }

    @Override
    public List<Notice> notices(Caller caller) {
        var provider = caller.organisation();
        if (provider.isEmpty()) {
            return List.of();
        }
        var open = store.list(true, null, COUNTED_UP_TO, caller.own()).campaigns();
        var answers = store
                .answersOf(provider.get(), open.stream().map(Campaign::id).toList(), caller.own())
                .stream()
                .collect(Collectors.toMap(CampaignAnswer::campaign, Function.identity()));
        var states = items.states(CampaignAnswer.itemsOf(answers.values()), caller.own());
        var today = days.today();
        var waiting = open.stream()
                .map(campaign -> Progress.of(campaign, answers.get(campaign.id()), states, today))
                .filter(Progress::waits)
                .collect(Collectors.partitioningBy(progress -> progress == Progress.LATE, Collectors.counting()));
        var notices = new ArrayList<Notice>();
        say(notices, "Overdue campaigns to answer", waiting.getOrDefault(true, 0L));
        say(notices, "Campaigns to answer", waiting.getOrDefault(false, 0L));
        return notices;
    }

    private static void say(List<Notice> notices, String text, long count) {
        if (count > 0) {
            notices.add(new Notice(text, LIST, Math.toIntExact(count)));
        }
    }
}
