package org.ncsoversight.evidence.together.campaigning;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;

/** A campaign as the API shows it; of the providers asked only those that the caller sees. */
record CampaignBody(
        String campaign,
        long version,
        String title,
        String request,
        String edition,
        List<String> criteria,
        String due,
        boolean closed,
        List<String> providers,
        List<Step> history) {

    /** Who did what, when and why. */
    record Step(
            long version,
            String deed,
            String due,
            String at,
            String by,
            @Nullable String reason) {}

    /** One provider's line; the state is that of the item it sent. */
    record Line(
            String provider,
            String name,
            String progress,
            boolean afterDue,
            @Nullable Answer answer,
            @Nullable String itemState) {}

    /** An item, or why there is nothing to send. */
    record Answer(
            String provider,
            long version,
            @Nullable String evidence,
            @Nullable String nothing,
            String at,
            String by) {

        static Answer of(CampaignAnswer answer) {
            var latest = answer.latest();
            return new Answer(
                    answer.provider().ukprn(),
                    answer.version(),
                    Optional.ofNullable(latest.reply().evidence())
                            .map(EvidenceId::toString)
                            .orElse(null),
                    latest.reply().nothingBecause(),
                    latest.at().toString(),
                    latest.by().username());
        }
    }

    static CampaignBody of(Campaign campaign, VisibleProviders visible) {
        var asked = campaign.asked();
        return new CampaignBody(
                campaign.id().toString(),
                campaign.version(),
                asked.title(),
                asked.request(),
                asked.edition(),
                asked.criteria().stream().map(CriterionCode::value).toList(),
                asked.dueOn().toString(),
                campaign.closed(),
                asked.providers().stream()
                        .filter(visible::includes)
                        .map(ProviderId::ukprn)
                        .toList(),
                campaign.history().stream().map(CampaignBody::step).toList());
    }

    static Line line(Overview.Row row) {
        return new Line(
                row.provider().ukprn(),
                row.name(),
                row.progress().word(),
                row.afterDue(),
                Optional.ofNullable(row.answer()).map(Answer::of).orElse(null),
                Optional.ofNullable(row.itemState()).map(EvidenceState::word).orElse(null));
    }

    private static Step step(Campaign.Step step) {
        return new Step(
                step.version(),
                step.deed().word(),
                step.dueOn().toString(),
                step.at().toString(),
                step.by().username(),
                step.reason());
    }
}
