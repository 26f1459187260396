package org.ncsoversight.evidence.together.campaigning;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.store.CampaignStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Begins a campaign, changes what it asks until the first answer, moves its due date, and closes it. */
@Component
public class AskProviders {

    private static final Logger log = LoggerFactory.getLogger(AskProviders.class);

    /** Which campaign, the version its page showed (null when any will do), and who wants it. */
    public record Target(UUID id, @Nullable Long seenVersion, Person by, VisibleProviders visible) {}

    /** Every way it can end. */
    public sealed interface Result {

        record Kept(Campaign campaign) implements Result {}

        record KeptBefore(Campaign campaign) implements Result {}

        record IdTaken(UUID id) implements Result {}

        record NotFound() implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        record AnsweredAlready(Campaign campaign) implements Result {}

        record Closed(Campaign campaign) implements Result {}

        record ChangedMeanwhile(Campaign now) implements Result {}

        record CriteriaNotYetKnown() implements Result {}
    }

    /** What becomes of a campaign that may change. */
    private interface Change {
        Result of(Campaign before);
    }

    private final CampaignStore store;
    private final KnownProviders providers;
    private final EditionInForce inForce;
    private final CampaignLimits limits;
    private final Clock clock;

    AskProviders(
            CampaignStore store, KnownProviders providers, EditionInForce inForce, CampaignLimits limits, Clock clock) {
        this.store = store;
        this.providers = providers;
        this.inForce = inForce;
        this.limits = limits;
        this.clock = clock;
    }

    public Result create(CampaignInput input, Target target) {
        var edition = inForce.edition();
        if (edition.isEmpty()) {
            return new Result.CriteriaNotYetKnown();
        }
        var earlier = store.find(target.id(), target.visible());
        var rules = rules();
        var asked = rules.read(
                input,
                edition.get(),
                providers.all(),
                earlier.map(campaign -> campaign.asked().dueOn()).orElse(null));
        if (asked.isEmpty()) {
            return new Result.Invalid(rules.errors());
        }
        if (earlier.isPresent()) {
            return sameAs(earlier.get(), Campaign.create(target.id(), asked.get(), target.by(), clock.instant()));
        }
        var campaign = Campaign.create(target.id(), asked.get(), target.by(), clock.instant());
        if (!store.add(campaign)) {
            return store.find(target.id(), target.visible())
                    .map(taken -> sameAs(taken, campaign))
                    .orElseGet(() -> new Result.IdTaken(target.id()));
        }
        said(campaign);
        return new Result.Kept(campaign);
    }

    public Result edit(CampaignInput input, Target target) {
        var edition = inForce.edition();
        if (edition.isEmpty()) {
            return new Result.CriteriaNotYetKnown();
        }
        return change(target, before -> {
            if (before.answered()) {
                return new Result.AnsweredAlready(before);
            }
            var rules = rules();
            var asked = rules.read(
                    input, edition.get(), providers.all(), before.asked().dueOn());
            return asked.isEmpty()
                    ? new Result.Invalid(rules.errors())
                    : new Result.Kept(before.edit(asked.get(), target.by(), clock.instant()));
        });
    }

    public Result extend(String due, String why, Target target) {
        return change(target, before -> {
            var rules = rules();
            var later = rules.laterDue(due, before.asked().dueOn());
            String reason = rules.reason(why);
            return rules.errors().isEmpty() && later != null
                    ? new Result.Kept(before.extend(later, reason, target.by(), clock.instant()))
                    : new Result.Invalid(rules.errors());
        });
    }

    public Result close(String why, Target target) {
        return change(target, before -> {
            var rules = rules();
            String reason = rules.reason(why);
            return rules.errors().isEmpty()
                    ? new Result.Kept(before.close(reason, target.by(), clock.instant()))
                    : new Result.Invalid(rules.errors());
        });
    }

    private Result change(Target target, Change change) {
        while (true) {
            var found = store.find(target.id(), target.visible());
            if (found.isEmpty()) {
                return new Result.NotFound();
            }
            var before = found.get();
            if (target.seenVersion() != null && target.seenVersion() != before.version()) {
                return new Result.ChangedMeanwhile(before);
            }
            if (before.closed()) {
                return new Result.Closed(before);
            }
            var result = change.of(before);
            if (!(result instanceof Result.Kept(var campaign))) {
                return result;
            }
            if (store.change(campaign)) {
                said(campaign);
                return result;
            }
            // Somebody else changed it or gave the first answer just now: look again.
        }
    }

    /** The same request again, by the same person, is one campaign. */
    private static Result sameAs(Campaign kept, Campaign wanted) {
        return kept.asked().equals(wanted.asked())
                        && kept.history()
                                .getFirst()
                                .by()
                                .is(wanted.history().getFirst().by())
                ? new Result.KeptBefore(kept)
                : new Result.IdTaken(kept.id());
    }

    private CampaignRules rules() {
        return new CampaignRules(limits, inForce.today());
    }

    private static void said(Campaign campaign) {
        log.atInfo()
                .addKeyValue("campaignId", campaign.id())
                .addKeyValue("deed", campaign.latest().deed().word())
                .log("Campaign changed");
    }
}
