package org.ncsoversight.evidence.together.campaigning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.EvidenceFilter;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.together.model.Campaign;
import org.ncsoversight.evidence.together.model.CampaignAnswer;
import org.ncsoversight.evidence.together.model.CampaignAnswer.Reply;
import org.ncsoversight.evidence.together.store.CampaignStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers a campaign for the own organisation: with one of its items, or that there is nothing to send. */
@Component
public class AnswerCampaign {

    private static final Logger log = LoggerFactory.getLogger(AnswerCampaign.class);
    private static final Set<EvidenceState> SENT =
            Set.of(EvidenceState.SUBMITTED, EvidenceState.IN_REVIEW, EvidenceState.ACCEPTED);
    private static final int ITEMS_TO_CHOOSE_FROM = 100;

    /**
     * What is answered for which provider.
     *
     * @param seenVersion the answer's version that was looked at, 0 for none yet; null when any will do
     * @param evidence the id of an item; empty for nothing to send
     */
    public record Command(
            UUID campaign,
            ProviderId provider,
            @Nullable Long seenVersion,
            String evidence,
            boolean nothing,
            String reason,
            Person by,
            VisibleProviders own) {}

    /** Every way an answer can end. */
    public sealed interface Result {

        record Kept(CampaignAnswer answer) implements Result {}

        record NotFound() implements Result {}

        record Closed() implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        record ChangedMeanwhile(@Nullable CampaignAnswer now) implements Result {}
    }

    private final CampaignStore store;
    private final EvidenceStore items;
    private final CampaignLimits limits;
    private final Clock clock;

    AnswerCampaign(CampaignStore store, EvidenceStore items, CampaignLimits limits, Clock clock) {
        this.store = store;
        this.items = items;
        this.limits = limits;
        this.clock = clock;
    }

    public Result answer(Command command) {
        var found = store.find(command.campaign(), command.own()).filter(campaign -> campaign.asks(command.provider()));
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        var campaign = found.get();
        var errors = new ArrayList<FieldError>();
        @Nullable Reply reply = reply(command, campaign, errors);
        if (reply == null) {
            return campaign.closed() ? new Result.Closed() : new Result.Invalid(errors);
        }
        var before = store.answerOf(command.provider(), campaign.id(), command.own());
        if (before.isPresent() && before.get().says(reply)) {
            return new Result.Kept(before.get());
        }
        long version = before.map(CampaignAnswer::version).orElse(0L);
        if (command.seenVersion() != null && command.seenVersion() != version) {
            return new Result.ChangedMeanwhile(before.orElse(null));
        }
        if (!store.takeAnswers(campaign.id(), command.provider())) {
            return new Result.Closed();
        }
        return keep(
                before.map(earlier -> earlier.change(reply, command.by(), clock.instant()))
                        .orElseGet(() -> CampaignAnswer.first(
                                campaign.id(), command.provider(), reply, command.by(), clock.instant())),
                command);
    }

    private Result keep(CampaignAnswer answer, Command command) {
        if (!store.answer(answer)) {
            return new Result.ChangedMeanwhile(store.answerOf(command.provider(), command.campaign(), command.own())
                    .orElse(null));
        }
        log.atInfo()
                .addKeyValue("campaignId", answer.campaign())
                .addKeyValue("ukprn", answer.provider())
                .addKeyValue("version", answer.version())
                .log("Campaign answered");
        return new Result.Kept(answer);
    }

    /** The items of one provider that can answer, newest first. */
    public List<Evidence> choices(Campaign campaign, ProviderId provider, VisibleProviders own) {
        Map<EvidenceId, Evidence> choices = new LinkedHashMap<>();
        var criteria = new ArrayList<@Nullable CriterionCode>(campaign.asked().criteria());
        if (criteria.isEmpty()) {
            criteria.add(null);
        }
        var slice = new EvidenceStore.Slice(EvidenceStore.Order.NEWEST_FIRST, null, ITEMS_TO_CHOOSE_FROM);
        for (@Nullable CriterionCode criterion : criteria) {
            items.list(sent(provider, criterion), slice, own)
                    .items()
                    .forEach(item -> choices.putIfAbsent(item.id(), item));
        }
        return List.copyOf(choices.values());
    }

    private @Nullable Reply reply(Command command, Campaign campaign, List<FieldError> errors) {
        if (command.nothing()) {
            var rules = new CampaignRules(limits, campaign.asked().dueOn());
            String reason = rules.reason(command.reason());
            errors.addAll(rules.errors());
            return errors.isEmpty() ? new Reply(null, reason) : null;
        }
        var item = EvidenceId.of(command.evidence().strip())
                .flatMap(id -> items.find(id, command.own()))
                .filter(found -> found.provider().equals(command.provider()));
        if (item.isEmpty()) {
            errors.add(
                    command.evidence().isBlank()
                            ? new FieldError("evidence", "evidence-missing", "Select an item of evidence")
                            : new FieldError("evidence", "evidence-unknown", "There is no such item of evidence"));
            return null;
        }
        if (!SENT.contains(item.get().state())) {
            errors.add(new FieldError(
                    "evidence", "evidence-not-sent", "Select an item that is submitted, in review or accepted"));
        }
        var asked = campaign.asked().criteria();
        if (!asked.isEmpty() && Collections.disjoint(asked, item.get().content().codes())) {
            errors.add(new FieldError(
                    "evidence", "evidence-for-others", "Select an item for one of the criteria that are asked for"));
        }
        return errors.isEmpty() ? new Reply(item.get().id(), null) : null;
    }

    private static EvidenceFilter sent(ProviderId provider, @Nullable CriterionCode criterion) {
        return new EvidenceFilter(provider, criterion, null).in(SENT);
    }
}
