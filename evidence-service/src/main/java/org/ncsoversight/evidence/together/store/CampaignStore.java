package org.ncsoversight.evidence.together.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;

/** Keeps campaigns and what providers answered to them; a campaign is seen by whoever sees one of the providers it asks. */
public interface CampaignStore {

    /** Some campaigns, newest first, and whether more follow. */
    record Page(List<Campaign> campaigns, boolean more) {

        /** The list key to go on after. */
        public Optional<String> next() {
            return more ? Optional.of(campaigns.getLast().listKey()) : Optional.empty();
        }
    }

    /** Keeps a new campaign; false when its id is taken already, and then nothing changed. */
    boolean add(Campaign campaign);

    /**
     * Keeps a change to the version before; false when another change or the first answer came first, and then
     * nothing changed.
     */
    boolean change(Campaign campaign);

    /** Notes that there are answers; false when the campaign is closed or no longer asks this provider. */
    boolean takeAnswers(UUID campaign, ProviderId provider);

    Optional<Campaign> find(UUID id, VisibleProviders visible);

    Page list(boolean onlyOpen, @Nullable String after, int limit, VisibleProviders visible);

    /** Keeps a first answer, or a change to the version before; false when another came first. */
    boolean answer(CampaignAnswer answer);

    List<CampaignAnswer> answers(UUID campaign, VisibleProviders visible);

    /** What one provider answered to these campaigns. */
    List<CampaignAnswer> answersOf(ProviderId provider, Collection<UUID> campaigns, VisibleProviders visible);

    default Optional<CampaignAnswer> answerOf(ProviderId provider, UUID campaign, VisibleProviders visible) {
        return answersOf(provider, List.of(campaign), visible).stream().findFirst();
    }
}
