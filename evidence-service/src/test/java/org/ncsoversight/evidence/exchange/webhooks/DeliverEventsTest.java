package org.ncsoversight.evidence.exchange.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.exchange.model.Delivery;
import org.ncsoversight.evidence.exchange.model.Webhook;
import org.ncsoversight.evidence.exchange.sending.PortRange;
import org.ncsoversight.evidence.exchange.sending.Sender;
import org.ncsoversight.evidence.exchange.sending.Sender.Outcome;
import org.ncsoversight.evidence.exchange.sending.Signature;
import org.ncsoversight.evidence.exchange.sending.WebhookSettings;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.store.InMemoryWebhookStore;

class DeliverEventsTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final InMemoryWebhookStore store = new InMemoryWebhookStore();
    private final List<Instant> sentAt = new ArrayList<>();
    private final List<Map<String, String>> headers = new ArrayList<>();
    private final List<String> sentTo = new ArrayList<>();
    private final WebhookSettings settings = settings(100);
    private final Webhook webhook = new Webhook(
            UUID.randomUUID(),
            1,
            new ProviderId("99000001"),
            "https://example.org/events",
            new TreeSet<>(),
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            false,
            START,
            "lead");
    private final Delivery delivery =
            Delivery.expected(UUID.randomUUID(), webhook, "org.ncsoversight.evidence.accepted.v1", "{}", START);

    private Instant now = START;
    private Outcome answer = new Outcome.Answered(503);

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final DeliverEvents deliver = new DeliverEvents(store, this::send, settings, clock, Runnable::run);
    private final DeliverEvents oneAtATime = new DeliverEvents(store, this::send, settings(1), clock, Runnable::run);

    @BeforeEach
    void expect() {
        store.add(webhook);
        store.expect(delivery);
    }

    @Test
    void a_receiver_that_never_takes_it_is_asked_thirteen_times_and_then_it_failed() {
        secondsPass(5_000);

        var pauses = new ArrayList<Long>();
        for (int i = 1; i < sentAt.size(); i++) {
            pauses.add(Duration.between(sentAt.get(i - 1), sentAt.get(i)).toSeconds());
        }
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 1_024L, 2_048L);
        assertThat(state()).isEqualTo(Delivery.State.FAILED);
    }

    @Test
    void one_that_failed_can_be_sent_again_by_hand() {
        secondsPass(5_000);
        answer = new Outcome.Answered(204);
        store.again(store.delivery(webhook.id(), delivery.id()).orElseThrow().again(now));

        deliver.sendWhatIsDue();

        assertThat(state()).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void one_that_was_taken_is_not_sent_again() {
        answer = new Outcome.Answered(200);

        secondsPass(100);

        assertThat(sentAt).hasSize(1);
        assertThat(state()).isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void a_redirect_is_not_an_answer() {
        answer = new Outcome.Answered(302);

        deliver.sendWhatIsDue();

        assertThat(state()).isEqualTo(Delivery.State.WAITING);
    }

    @Test
    void a_paused_webhook_is_sent_nothing_until_it_is_resumed() {
        answer = new Outcome.Answered(200);
        var paused = webhook.changedTo(webhook.address(), webhook.types(), true);
        store.change(paused);
        secondsPass(10);
        assertThat(sentAt).isEmpty();

        store.change(paused.changedTo(webhook.address(), webhook.types(), false));
        secondsPass(1);

        assertThat(sentAt).hasSize(1);
    }

    @Test
    void another_address_and_secret_hold_from_the_next_message_on_also_within_a_batch() {
        answer = new Outcome.Answered(200);
        store.expect(Delivery.expected(UUID.randomUUID(), webhook, delivery.type(), "second", START.plusMillis(1)));
        now = now.plusSeconds(1);
        var moved = webhook.changedTo("https://example.org/new", webhook.types(), false);
        var changed = moved.withSecret("whsec_bmV3IHNlY3JldCBvZiBhIHdlYmhvb2s=");

        deliveringAndMeanwhile(() -> {
                    store.change(moved);
                    store.change(changed);
                })
                .sendWhatIsDue();

        assertThat(sentTo).containsExactly(webhook.address(), changed.address());
        String id = headers.getLast().get("webhook-id");
        assertThat(headers.getLast().get("webhook-signature"))
                .isEqualTo(Signature.of(changed.secret(), id, now, "second"));
    }

    @Test
    void a_pause_holds_from_the_next_message_on_also_within_a_batch() {
        answer = new Outcome.Answered(200);
        store.expect(Delivery.expected(UUID.randomUUID(), webhook, delivery.type(), "second", START.plusMillis(1)));
        now = now.plusSeconds(1);

        deliveringAndMeanwhile(() -> store.change(webhook.changedTo(webhook.address(), webhook.types(), true)))
                .sendWhatIsDue();

        assertThat(sentTo).hasSize(1);
    }

    @Test
    void one_that_is_paused_keeps_nobody_else_waiting() {
        answer = new Outcome.Answered(200);
        store.change(webhook.changedTo(webhook.address(), webhook.types(), true));
        var other = another();

        oneAtATime.sendWhatIsDue();

        assertThat(sentTo).containsExactly(other.address());
    }

    @Test
    void a_slow_receiver_keeps_nobody_else_waiting() {
        answer = new Outcome.Answered(200);
        var lines = new ArrayDeque<Runnable>();
        var deliverLater = new DeliverEvents(store, this::send, settings(1), clock, lines::add);
        deliverLater.sendWhatIsDue();
        assertThat(lines).as("the first one is at it").hasSize(1);
        another();

        deliverLater.sendWhatIsDue();

        assertThat(lines).hasSize(2);
    }

    @Test
    void what_was_for_a_webhook_that_is_gone_is_forgotten() {
        var gone = new Webhook(
                UUID.randomUUID(),
                1,
                webhook.provider(),
                webhook.address(),
                webhook.types(),
                webhook.secret(),
                false,
                START,
                "lead");
        store.expect(Delivery.expected(UUID.randomUUID(), gone, delivery.type(), "{}", START.minusSeconds(1)));
        answer = new Outcome.Answered(200);

        oneAtATime.sendWhatIsDue();
        oneAtATime.sendWhatIsDue();

        assertThat(sentAt).hasSize(1);
        assertThat(store.deliveries(gone.id(), null, null, 10)).isEmpty();
    }

    @Test
    void a_message_that_cannot_be_sent_at_all_counts_as_an_attempt_and_the_next_one_goes() {
        var after = Delivery.expected(UUID.randomUUID(), webhook, delivery.type(), "after", START);
        store.expect(after);
        var deliverSome = new DeliverEvents(
                store,
                (address, sent, body) -> {
                    if (body.equals("after")) {
                        return new Outcome.Answered(200);
                    }
                    throw new IllegalArgumentException("unfit");
                },
                settings,
                clock,
                Runnable::run);

        deliverSome.sendWhatIsDue();

        assertThat(store.delivery(webhook.id(), delivery.id()).orElseThrow().trouble())
                .isEqualTo("IllegalArgumentException");
        assertThat(store.delivery(webhook.id(), after.id()).orElseThrow().state())
                .isEqualTo(Delivery.State.DELIVERED);
    }

    @Test
    void each_attempt_is_signed_for_its_own_time() {
        secondsPass(2);

        assertThat(headers).hasSizeGreaterThan(1);
        assertThat(headers)
                .extracting(each -> each.get("webhook-id"))
                .containsOnly(delivery.id().toString());
        assertThat(headers).extracting(each -> each.get("webhook-signature")).doesNotHaveDuplicates();
    }

    @Test
    void the_signature_is_the_one_of_the_specification() {
        assertThat(Signature.of(
                        webhook.secret(),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    /** The change comes after the first message. */
    private DeliverEvents deliveringAndMeanwhile(Runnable change) {
        Sender sender = (address, sent, body) -> {
            if (sentAt.isEmpty()) {
                change.run();
            }
            return send(address, sent, body);
        };
        return new DeliverEvents(store, sender, settings, clock, Runnable::run);
    }

    private Webhook another() {
        var other = new Webhook(
                UUID.randomUUID(),
                1,
                new ProviderId("99000002"),
                "https://example.org/others",
                new TreeSet<>(),
                webhook.secret(),
                false,
                START,
                "other");
        store.add(other);
        store.expect(Delivery.expected(UUID.randomUUID(), other, delivery.type(), "{}", START.plusMillis(1)));
        now = now.plusSeconds(1);
        return other;
    }

    private static WebhookSettings settings(int batch) {
        return new WebhookSettings(
                false, PortRange.of("9000-9999"), 10, batch, Duration.ofSeconds(10), Duration.ofDays(30));
    }

    private Outcome send(URI address, Map<String, String> sent, String body) {
        sentAt.add(now);
        sentTo.add(address.toString());
        headers.add(sent);
        return answer;
    }

    private void secondsPass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            deliver.sendWhatIsDue();
            now = now.plusSeconds(1);
        }
    }

    private Delivery.State state() {
        return store.delivery(webhook.id(), delivery.id()).orElseThrow().state();
    }
}
