package org.ncsoversight.evidence.together.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.model.Samples.SOUTHBY;
import static org.ncsoversight.evidence.together.model.Campaigns.DUE;
import static org.ncsoversight.evidence.together.model.Campaigns.MANAGER;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;
import org.ncsoversight.evidence.together.model.CampaignAnswer.Reply;
import org.ncsoversight.evidence.together.model.Campaigns;

/** What every store of campaigns must do. */
public abstract class CampaignStoreContract {

    private static final VisibleProviders ALL = Callers.assessor("all").visible();
    private static final VisibleProviders ONLY_NORTHMOOR =
            Callers.lead("99000001").visible();
    private static final Reply NOTHING = new Reply(null, "We have none");

    protected abstract CampaignStore store();

    @Test
    void what_was_added_and_changed_is_found_as_it_was() {
        var campaign = add(Campaigns.asking(NORTHMOOR, SOUTHBY));
        var extended = campaign.extend(DUE.plusDays(7), "Half term", MANAGER, NOON);

        assertThat(store().find(campaign.id(), ALL)).contains(campaign);
        assertThat(store().change(extended.close("Done", MANAGER, NOON)))
                .as("versions are not skipped")
                .isFalse();
        assertThat(store().change(extended)).isTrue();
        assertThat(store().add(campaign)).isFalse();
        assertThat(store().find(campaign.id(), ALL)).contains(extended);
    }

    @Test
    void whoever_did_not_see_the_first_answer_changes_nothing() {
        var campaign = add(Campaigns.asking(NORTHMOOR));

        assertThat(store().takeAnswers(campaign.id(), SOUTHBY)).as("not asked").isFalse();
        assertThat(store().takeAnswers(campaign.id(), NORTHMOOR)).isTrue();
        assertThat(store().change(campaign.edit(campaign.asked(), MANAGER, NOON)))
                .isFalse();
        var closed = campaign.takeAnswers().close("Enough", MANAGER, NOON);
        assertThat(store().change(closed)).isTrue();
        assertThat(store().takeAnswers(campaign.id(), NORTHMOOR)).as("closed").isFalse();
        assertThat(store().find(campaign.id(), ALL)).contains(closed);
    }

    @Test
    void a_campaign_is_seen_by_those_it_asks_and_an_answer_by_who_gave_it() {
        var both = add(Campaigns.asking(NORTHMOOR, SOUTHBY));
        var theirs = add(Campaigns.asking(SOUTHBY));
        var ours = CampaignAnswer.first(both.id(), NORTHMOOR, NOTHING, LEAD, NOON);
        store().answer(ours);
        var other = CampaignAnswer.first(both.id(), SOUTHBY, NOTHING, LEAD, NOON);
        store().answer(other);

        assertThat(store().find(theirs.id(), ONLY_NORTHMOOR)).isEmpty();
        assertThat(store().list(false, null, 10, ONLY_NORTHMOOR).campaigns()).containsExactly(both);
        assertThat(store().answers(both.id(), ONLY_NORTHMOOR)).containsExactly(ours);
        assertThat(store().answers(both.id(), ALL)).containsExactlyInAnyOrder(ours, other);
        assertThat(store().answerOf(SOUTHBY, both.id(), ONLY_NORTHMOOR)).isEmpty();
        assertThat(store().answersOf(NORTHMOOR, List.of(both.id(), theirs.id()), ONLY_NORTHMOOR))
                .containsExactly(ours);
    }

    @Test
    void of_two_answers_at_once_one_is_kept_and_an_answer_can_change() {
        var campaign = add(Campaigns.asking(NORTHMOOR));
        var first = CampaignAnswer.first(campaign.id(), NORTHMOOR, NOTHING, LEAD, NOON);
        var item = new Reply(new EvidenceId(UUID.randomUUID()), null);

        assertThat(store().answer(first)).isTrue();
        assertThat(store().answer(first)).isFalse();
        assertThat(store().answer(first.change(item, LEAD, NOON))).isTrue();
        assertThat(store().answer(first.change(NOTHING, LEAD, NOON))).isFalse();
        assertThat(store().answerOf(NORTHMOOR, campaign.id(), ALL)).contains(first.change(item, LEAD, NOON));
    }

    @Test
    void pages_show_the_newest_first_and_only_open_ones_when_asked() {
        var added = new ArrayList<Campaign>();
        for (int i = 0; i < 5; i++) {
            added.add(add(Campaigns.asking(NOON.plusSeconds(i), NORTHMOOR)));
        }
        store().change(added.get(2).close("Enough", MANAGER, NOON));
        var seen = new ArrayList<UUID>();
        var page = store().list(true, null, 2, ONLY_NORTHMOOR);
        page.campaigns().forEach(campaign -> seen.add(campaign.id()));
        while (page.more()) {
            page = store().list(true, page.next().orElseThrow(), 2, ONLY_NORTHMOOR);
            page.campaigns().forEach(campaign -> seen.add(campaign.id()));
        }

        added.remove(2);
        assertThat(seen).isEqualTo(added.reversed().stream().map(Campaign::id).toList());
    }

    private Campaign add(Campaign campaign) {
        store().add(campaign);
        return campaign;
    }
}
