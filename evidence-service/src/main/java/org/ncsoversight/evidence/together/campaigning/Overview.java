package org.ncsoversight.evidence.together.campaigning;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.England;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;
import org.ncsoversight.evidence.together.model.Progress;
import org.ncsoversight.evidence.together.store.CampaignStore;
import org.springframework.stereotype.Component;

/** Who has answered a campaign, of the providers that the caller sees. */
@Component
public class Overview {

    /** One provider's line; answer is null until it answered, and the state that of the item it sent. */
    public record Row(
            ProviderId provider,
            String name,
            Progress progress,
            @Nullable CampaignAnswer answer,
            @Nullable EvidenceState itemState,
            boolean afterDue) {}

    private final CampaignStore store;
    private final EvidenceStore items;
    private final KnownProviders providers;
    private final EditionInForce days;

    Overview(CampaignStore store, EvidenceStore items, KnownProviders providers, EditionInForce days) {
        this.store = store;
        this.items = items;
        this.providers = providers;
        this.days = days;
    }

    /** In the order of their UKPRNs. */
    public List<Row> rows(Campaign campaign, VisibleProviders visible) {
        var asked =
                campaign.asked().providers().stream().filter(visible::includes).toList();
        var names = providers.namesOf(asked);
        Map<ProviderId, CampaignAnswer> answers = store.answers(campaign.id(), visible).stream()
                .collect(Collectors.toMap(CampaignAnswer::provider, Function.identity()));
        var states = items.states(CampaignAnswer.itemsOf(answers.values()), visible);
        var today = days.today();
        return asked.stream()
                .map(provider -> row(
                        campaign,
                        provider,
                        names.getOrDefault(provider, "UKPRN " + provider),
                        answers.get(provider),
                        states,
                        today))
                .toList();
    }

    private static Row row(
            Campaign campaign,
            ProviderId provider,
            String name,
            @Nullable CampaignAnswer answer,
            Map<EvidenceId, EvidenceState> states,
            LocalDate today) {
        boolean afterDue = answer != null
                && campaign.isLateOn(England.dayOf(answer.given().getFirst().at()));
        @Nullable EvidenceId item = answer == null ? null : answer.reply().evidence();
        return new Row(
                provider,
                name,
                Progress.of(campaign, answer, states, today),
                answer,
                item == null ? null : states.get(item),
                afterDue);
    }

    /** How many providers have come how far; each progress is there, also with none. */
    public static Map<Progress, Long> counts(List<Row> rows) {
        var counts = new EnumMap<Progress, Long>(Progress.class);
        for (Progress progress : Progress.values()) {
            counts.put(
                    progress,
                    rows.stream().filter(row -> row.progress() == progress).count());
        }
        return counts;
    }
}
