package org.ncsoversight.evidence.exchange.webhooks;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.exchange.model.Delivery;
import org.ncsoversight.evidence.exchange.model.Webhook;
import org.ncsoversight.evidence.exchange.sending.Sender;
import org.ncsoversight.evidence.exchange.sending.Signature;
import org.ncsoversight.evidence.exchange.sending.WebhookSettings;
import org.ncsoversight.evidence.exchange.store.WebhookStore;
import org.ncsoversight.evidence.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends what is due. Each webhook has its own line, so that a slow receiver holds up nobody else. */
class DeliverEvents {

    private static final Logger log = LoggerFactory.getLogger(DeliverEvents.class);
    private static final int OK_FROM = 200;
    private static final int OK_BELOW = 300;

    private final WebhookStore store;
    private final Sender sender;
    private final WebhookSettings settings;
    private final Clock clock;
    private final Executor lines;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();

    DeliverEvents(WebhookStore store, Sender sender, WebhookSettings settings, Clock clock, Executor lines) {
        this.store = store;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
        this.lines = lines;
    }

    @Scheduled(fixedDelayString = "${evidence.webhooks.interval}")
    void sendWhatIsDue() {
        // Whoever is sent nothing now takes no place in the batch, or a few of them would keep everybody else waiting.
        Set<UUID> passedOver = new HashSet<>(store.paused());
        passedOver.addAll(busy);
        Map<UUID, List<Delivery>> due = store.due(clock.instant(), passedOver, settings.batch()).stream()
                .collect(Collectors.groupingBy(Delivery::webhook, LinkedHashMap::new, Collectors.toList()));
        due.forEach((webhook, deliveries) -> {
            if (busy.add(webhook)) {
                lines.execute(() -> sendAll(webhook, deliveries));
            }
        });
    }

    private void sendAll(UUID id, List<Delivery> deliveries) {
        try {
            for (Delivery delivery : deliveries) {
                // Looked up for each: a pause, another address or another secret holds from the next message on.
                Webhook webhook = store.toDeliver(id).orElse(null);
                if (webhook == null) {
                    store.forgetDeliveries(id);
                    return;
                }
                if (webhook.paused()) {
                    return;
                }
                send(webhook, delivery);
            }
        } catch (StoreAway e) {
            log.atWarn().setCause(e).log("Deliveries wait for the database");
        } finally {
            busy.remove(id);
        }
    }

    /** Taken for longer than an attempt can last; a process that dies meanwhile gives it back by then. */
    private void send(Webhook webhook, Delivery delivery) {
        Instant takenUntil = clock.instant()
                .truncatedTo(ChronoUnit.MILLIS)
                .plus(settings.timeout().multipliedBy(2))
                .plus(Duration.ofSeconds(10));
        if (!store.take(delivery, takenUntil)) {
            return;
        }
        Instant now = clock.instant();
        store.ended(after(delivery, attempt(webhook, delivery, now), clock.instant()), takenUntil);
    }

    /** Whatever goes wrong with one message, the next ones of its line go on. */
    private Sender.Outcome attempt(Webhook webhook, Delivery delivery, Instant now) {
        try {
            return sender.send(URI.create(webhook.address()), headers(webhook, delivery, now), delivery.body());
        } catch (RuntimeException e) {
            log.atWarn().addKeyValue("webhook", webhook.id()).setCause(e).log("A webhook's message cannot be sent");
            return new Sender.Outcome.Unreached(e.getClass().getSimpleName());
        }
    }

    static Delivery after(Delivery delivery, Sender.Outcome outcome, Instant now) {
        return switch (outcome) {
            case Sender.Outcome.Answered(int status)
            when status >= OK_FROM && status < OK_BELOW -> delivery.delivered(status, now);
            case Sender.Outcome.Answered(int status) -> delivery.refused(status, "Answered " + status, now);
            case Sender.Outcome.Unreached(String why) -> delivery.refused(null, why, now);
        };
    }

    private static Map<String, String> headers(Webhook webhook, Delivery delivery, Instant now) {
        return Map.of(
                "Content-Type", "application/cloudevents+json",
                "User-Agent", "ncs-oversight-webhooks/1",
                "webhook-id", delivery.id().toString(),
                "webhook-timestamp", Long.toString(now.getEpochSecond()),
                "webhook-signature",
                        Signature.of(webhook.secret(), delivery.id().toString(), now, delivery.body()));
    }
}
