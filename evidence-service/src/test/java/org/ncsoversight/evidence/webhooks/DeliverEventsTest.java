package org.ncsoversight.evidence.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.webhook.Delivery;
import org.ncsoversight.evidence.model.webhook.Webhook;
import org.ncsoversight.evidence.store.InMemoryWebhookStore;
import org.ncsoversight.evidence.webhooks.Sender.Outcome;

class DeliverEventsTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final InMemoryWebhookStore store = new InMemoryWebhookStore();
    private final List<Instant> sentAt = new ArrayList<>();
    private final List<Map<String, String>> headers = new ArrayList<>();
    private final WebhookSettings settings =
            new WebhookSettings(false, 10, 100, Duration.ofSeconds(10), Duration.ofDays(30));
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

    private Outcome send(URI address, Map<String, String> sent, String body) {
        sentAt.add(now);
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
