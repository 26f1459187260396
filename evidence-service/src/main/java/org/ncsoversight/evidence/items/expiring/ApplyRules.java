package org.ncsoversight.evidence.items.expiring;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.EvidenceFilter;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.items.store.RuleNews;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.security.ScheduledWork;
import org.ncsoversight.evidence.standard.EditionHeard;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Applies the rules once a day and on news; what is done already is left as it is, so a pass may be repeated or cut short. */
@Component
class ApplyRules {

    private static final Logger log = LoggerFactory.getLogger(ApplyRules.class);
    private static final int PAGE_LENGTH = 200;

    /** One document that an edition names, of one provider and in one voice. */
    private record NamedDocument(ProviderId provider, String code, Voice voice) {}

    private final EvidenceStore store;
    private final EditionInForce standard;
    private final ExpirySettings settings;
    private final ScheduledWork work;
    private final Clock clock;
    private final RuleNews news;
    // At first, because the settings may have changed; later, what could not be kept as news.
    private final AtomicBoolean unkept = new AtomicBoolean(true);

    ApplyRules(
            EvidenceStore store,
            EditionInForce standard,
            RuleNews news,
            ExpirySettings settings,
            ScheduledWork work,
            Clock clock) {
        this.store = store;
        this.standard = standard;
        this.news = news;
        this.settings = settings;
        this.work = work;
        this.clock = clock;
    }

    @EventListener
    void onNews(EditionHeard edition) {
        news.heard();
    }

    /** Whether other items may go because this one was accepted. */
    boolean mayReplace(Evidence accepted) {
        return accepted.replaces() != null || single(accepted).isPresent();
    }

    /** Should it fail, the next pass makes up for it. */
    void applyNowOrLeave(ProviderId provider) {
        try {
            apply(provider);
        } catch (RuntimeException e) {
            leaveToNextPass();
            log.atWarn().addKeyValue("ukprn", provider).setCause(e).log("Rules left to the next pass");
        }
    }

    /** What was heard is answered only once all was looked at, by whichever process; one that dies leaves it to the others. */
    @Scheduled(fixedDelayString = "${evidence.expiry.interval}")
    void pass() {
        var pending = news.pending(standard.today());
        boolean wanted = unkept.getAndSet(false);
        if (pending.isEmpty() && !wanted) {
            return;
        }
        try {
            apply(null);
            pending.ifPresent(news::answered);
        } catch (RuntimeException e) {
            unkept.compareAndSet(false, wanted);
            throw e;
        }
    }

    void leaveToNextPass() {
        try {
            news.heard();
        } catch (StoreAway _) {
            unkept.set(true);
        }
    }

    /** To one provider's evidence, or to everybody's. */
    void apply(@Nullable ProviderId provider) {
        var rules = new ExpiryRules(standard.known(), standard.today(), settings.graceInDays());
        var newest = new HashMap<NamedDocument, Instant>();
        var named = new ArrayList<EvidenceId>();
        String after = null;
        do {
            var page = store.list(
                    new EvidenceFilter(provider, null, EvidenceState.ACCEPTED),
                    new EvidenceStore.Slice(EvidenceStore.Order.OLDEST_FIRST, after, PAGE_LENGTH),
                    work.everyProvider());
            for (Evidence item : page.items()) {
                note(item, newest);
                supersedeWhatItReplaces(item);
                rules.whyExpired(item, null)
                        .ifPresentOrElse(
                                why -> expire(item, why), () -> single(item).ifPresent(_ -> named.add(item.id())));
            }
            after = page.next().orElse(null);
        } while (after != null);
        expireReplacedDocuments(rules, named, newest);
    }

    /** There can be many agreements, and only one charter. */
    private Optional<NamedDocument> single(Evidence item) {
        return Optional.ofNullable(item.content().document())
                .filter(settings.singleDocuments()::contains)
                .map(code ->
                        new NamedDocument(item.provider(), code, item.content().voice()));
    }

    private void note(Evidence item, Map<NamedDocument, Instant> newest) {
        var approval = item.approval();
        if (approval != null) {
            single(item).ifPresent(document -> newest.merge(document, approval.at(), (a, b) -> a.isAfter(b) ? a : b));
        }
    }

    private void expireReplacedDocuments(
            ExpiryRules rules, List<EvidenceId> named, Map<NamedDocument, Instant> newest) {
        for (EvidenceId id : named) {
            store.find(id, work.everyProvider())
                    .ifPresent(item -> single(item)
                            .flatMap(document -> rules.whyExpired(item, newest.get(document)))
                            .ifPresent(why -> expire(item, why)));
        }
    }

    private void supersedeWhatItReplaces(Evidence item) {
        Optional.ofNullable(item.replaces())
                .flatMap(older -> store.find(older, work.everyProvider()))
                .filter(older -> older.provider().equals(item.provider()) && older.canBeSuperseded())
                .ifPresent(older -> keep(older.supersede(
                        item.id(),
                        "Replaced by “%s”".formatted(item.content().title()),
                        clock.instant(),
                        UUID.randomUUID())));
    }

    private void expire(Evidence item, String why) {
        keep(item.expire(why, clock.instant(), UUID.randomUUID()));
    }

    /** Somebody who changed it first has it; the next pass looks again. */
    private void keep(EvidenceEvent event) {
        if (store.change(event)) {
            log.atInfo()
                    .addKeyValue("evidenceId", event.evidence().id())
                    .addKeyValue("state", event.evidence().state().word())
                    .log("Rule applied");
        } else {
            leaveToNextPass();
        }
    }
}
