package org.ncsoversight.evidence.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.exchange.model.Delivery;
import org.ncsoversight.evidence.exchange.model.Webhook;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.Callers;

/** What every store of webhooks does. */
public abstract class WebhookStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    protected abstract WebhookStore store();

    @Test
    void a_webhook_is_seen_by_its_provider_alone() {
        var webhook = webhook();
        store().add(webhook);

        assertThat(store().find(webhook.id(), Callers.lead("99000001").visible()))
                .contains(webhook);
        assertThat(store().find(webhook.id(), Callers.lead("99000002").visible()))
                .isEmpty();
        assertThat(store().list(Callers.lead("99000002").visible())).isEmpty();
        assertThat(store().remove(webhook.id(), Callers.lead("99000002").visible()))
                .isFalse();
        assertThat(store().toDeliver(webhook.id())).contains(webhook);
    }

    @Test
    void of_two_changes_the_second_is_told() {
        var webhook = webhook();
        store().add(webhook);

        assertThat(store().change(webhook.withSecret("whsec_b"))).isTrue();
        assertThat(store().change(webhook.withSecret("whsec_c"))).isFalse();
    }

    @Test
    void hearing_an_event_again_changes_nothing() {
        var webhook = webhook();
        var delivery = delivery(webhook);
        store().expect(delivery);
        store().take(delivery, NOW.plusSeconds(30));
        store().ended(delivery.delivered(200, NOW), NOW.plusSeconds(30));

        store().expect(delivery);

        assertThat(store().delivery(webhook.id(), delivery.id())).contains(delivery.delivered(200, NOW));
        assertThat(store().due(NOW.plusSeconds(3600), Set.of(), 10)).isEmpty();
    }

    @Test
    void only_one_takes_a_delivery() {
        var delivery = delivery(webhook());
        store().expect(delivery);

        assertThat(store().take(delivery, NOW.plusSeconds(30))).isTrue();
        assertThat(store().take(delivery, NOW.plusSeconds(30))).isFalse();
        assertThat(store().due(NOW.plusSeconds(29), Set.of(), 10)).isEmpty();
        assertThat(store().due(NOW.plusSeconds(30), Set.of(), 10)).hasSize(1);
    }

    @Test
    void what_is_due_to_a_webhook_that_is_passed_over_takes_nobodys_place() {
        var first = webhook();
        var second = webhook();
        store().expect(delivery(first));
        var other = delivery(second);
        store().expect(other);

        assertThat(store().due(NOW, Set.of(first.id()), 1)).containsExactly(other);
    }

    @Test
    void paused_webhooks_are_known() {
        var webhook = webhook();
        store().add(webhook);
        store().add(webhook());
        store().change(webhook.changedTo(webhook.address(), webhook.types(), true));

        assertThat(store().paused()).containsExactly(webhook.id());
    }

    @Test
    void deliveries_of_a_webhook_that_is_gone_are_forgotten() {
        var delivery = delivery(webhook());
        store().expect(delivery);

        store().forgetDeliveries(delivery.webhook());

        assertThat(store().due(NOW, Set.of(), 10)).isEmpty();
    }

    @Test
    void failed_ones_are_listed_and_sent_again() {
        var webhook = webhook();
        var delivery = delivery(webhook);
        store().expect(delivery);
        Delivery failed = delivery;
        for (int i = 0; i <= Delivery.RETRIES; i++) {
            failed = failed.refused(500, "Answered 500", NOW);
        }
        store().take(delivery, NOW.plusSeconds(30));
        store().ended(failed, NOW.plusSeconds(30));
        assertThat(store().deliveries(webhook.id(), Delivery.State.FAILED, null, 10))
                .containsExactly(failed);

        assertThat(store().failed(webhook.id())).isEqualTo(1);
        store().again(failed.again(NOW));

        assertThat(store().due(NOW, Set.of(), 10)).extracting(Delivery::id).isEqualTo(List.of(delivery.id()));
        assertThat(store().deliveries(webhook.id(), Delivery.State.FAILED, null, 10))
                .isEmpty();
    }

    @Test
    void all_that_failed_are_sent_again_at_once_and_nobody_elses() {
        var webhook = webhook();
        failed(webhook);
        failed(webhook);
        var others = failed(webhook());

        assertThat(store().allFailedAgain(webhook.id(), NOW)).isEqualTo(2);

        assertThat(store().failed(webhook.id())).isZero();
        assertThat(store().due(NOW, Set.of(), 10)).hasSize(2).allSatisfy(one -> {
            assertThat(one.webhook()).isEqualTo(webhook.id());
            assertThat(one.attempts()).isZero();
        });
        assertThat(store().failed(others.webhook())).isEqualTo(1);
    }

    private Delivery failed(Webhook webhook) {
        var delivery = delivery(webhook);
        store().expect(delivery);
        Delivery failed = delivery;
        for (int i = 0; i <= Delivery.RETRIES; i++) {
            failed = failed.refused(500, "Answered 500", NOW);
        }
        store().take(delivery, NOW.plusSeconds(30));
        store().ended(failed, NOW.plusSeconds(30));
        return failed;
    }

    private static Webhook webhook() {
        return new Webhook(
                UUID.randomUUID(),
                1,
                new ProviderId("99000001"),
                "https://example.org/events",
                new TreeSet<>(List.of("accepted")),
                "whsec_a",
                false,
                NOW,
                "lead");
    }

    private static Delivery delivery(Webhook webhook) {
        return Delivery.expected(UUID.randomUUID(), webhook, "org.ncsoversight.evidence.accepted.v1", "{}", NOW);
    }
}
