package org.ncsoversight.evidence.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;
import org.ncsoversight.evidence.together.store.CampaignStore;

/** The twin of the one in MongoDB, for tests in milliseconds. */
public final class InMemoryCampaignStore implements CampaignStore {

    private final Map<UUID, Campaign> kept = new LinkedHashMap<>();
    private final Map<String, CampaignAnswer> answers = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(Campaign campaign) {
        return kept.putIfAbsent(campaign.id(), campaign) == null;
    }

    @Override
    public synchronized boolean change(Campaign campaign) {
        var before = kept.get(campaign.id());
        if (before == null || before.version() != campaign.version() - 1 || before.answered() != campaign.answered()) {
            return false;
        }
        kept.put(campaign.id(), campaign);
        return true;
    }

    @Override
    public synchronized boolean takeAnswers(UUID id, ProviderId provider) {
        var campaign = kept.get(id);
        if (campaign == null || campaign.closed() || !campaign.asks(provider)) {
            return false;
        }
        kept.put(id, campaign.takeAnswers());
        return true;
    }

    @Override
    public synchronized Optional<Campaign> find(UUID id, VisibleProviders visible) {
        return Optional.ofNullable(kept.get(id)).filter(campaign -> isVisible(campaign, visible));
    }

    @Override
    public synchronized Page list(boolean onlyOpen, String after, int limit, VisibleProviders visible) {
        var found = kept.values().stream()
                .filter(campaign -> isVisible(campaign, visible) && !(onlyOpen && campaign.closed()))
                .filter(campaign -> after == null || campaign.listKey().compareTo(after) < 0)
                .sorted(Comparator.comparing(Campaign::listKey).reversed())
                .toList();
        boolean more = found.size() > limit;
        return new Page(more ? found.subList(0, limit) : found, more);
    }

    @Override
    public synchronized boolean answer(CampaignAnswer answer) {
        String key = answer.campaign() + "/" + answer.provider();
        long before = Optional.ofNullable(answers.get(key))
                .map(CampaignAnswer::version)
                .orElse(0L);
        if (before != answer.version() - 1) {
            return false;
        }
        answers.put(key, answer);
        return true;
    }

    @Override
    public synchronized List<CampaignAnswer> answers(UUID campaign, VisibleProviders visible) {
        return answers.values().stream()
                .filter(answer -> answer.campaign().equals(campaign) && visible.includes(answer.provider()))
                .toList();
    }

    @Override
    public synchronized List<CampaignAnswer> answersOf(
            ProviderId provider, Collection<UUID> campaigns, VisibleProviders visible) {
        return answers.values().stream()
                .filter(answer -> answer.provider().equals(provider) && visible.includes(provider))
                .filter(answer -> campaigns.contains(answer.campaign()))
                .toList();
    }

    private static boolean isVisible(Campaign campaign, VisibleProviders visible) {
        return campaign.asked().providers().stream().anyMatch(visible::includes);
    }
}
