package org.ncsoversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From an accepted item to a signed message at a provider's own system. */
class WebhooksIT extends RunningService {

    private static final String WEBHOOKS = "/api/evidence/webhooks";
    private static final String JSON_TYPE = "application/json";

    private record Received(Map<String, List<String>> headers, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private volatile int answer = 204;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(Map.copyOf(exchange.getRequestHeaders()), body));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
    }

    /** What is left behind would be tried again at a port that others may have by then. */
    @AfterEach
    void silence() throws Exception {
        for (String token : List.of(lead(), otherLead())) {
            for (JsonNode one :
                    JSON.readTree(get(WEBHOOKS, token, JSON_TYPE).body()).get("webhooks")) {
                call("DELETE", WEBHOOKS + "/" + one.get("webhook").asString(), token, "");
            }
        }
        receiver.stop(0);
    }

    @Test
    void what_is_accepted_is_told_signed() throws Exception {
        JsonNode webhook = add("[\"accepted\"]");
        var id = UUID.randomUUID();

        post("/api/evidence/items", lead(), JSON_TYPE, item(id));
        decide(id, "acceptance", assessor(), "{}");

        eventually(() -> received.stream().anyMatch(one -> one.body().contains(id.toString())));
        assertThat(received).allSatisfy(one -> assertThat(one.body()).contains("evidence.accepted.v1"));
        var message = received.stream()
                .filter(one -> one.body().contains(id.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(JSON.readTree(message.body()).at("/data/state").asString()).isEqualTo("accepted");
        assertThat(header(message, "Webhook-signature"))
                .isEqualTo(signature(webhook.get("secret").asString(), message));
        eventually(() -> deliveries(webhook).toString().contains("\"delivered\""));
    }

    @Test
    void a_delivery_that_is_refused_waits_and_is_sent_again_by_hand() throws Exception {
        answer = 500;
        JsonNode webhook = add("[]");
        post("/api/evidence/items", lead(), JSON_TYPE, item(UUID.randomUUID()));
        eventually(() -> deliveries(webhook).toString().contains("Answered 500"));
        assertThat(get("/evidence/webhooks/" + webhook.get("webhook").asString() + "?state=failed", lead(), "text/html")
                        .body())
                .contains("Failed: 0", "Nothing has failed", "Show all");
        var file = "/evidence/webhooks/" + webhook.get("webhook").asString() + "/export.csv";
        assertThat(get(file, lead(), "text/csv").body()).contains("Event,Heard,State", "waiting", "Answered 500");
        assertThat(get(file + "?state=failed", lead(), "text/csv").body())
                .contains("State,Failed")
                .doesNotContain("Answered 500");

        answer = 200;
        var delivery = deliveries(webhook).get(0).get("delivery").asString();
        var replayed = post(path(webhook) + "/deliveries/" + delivery + "/replay", lead(), JSON_TYPE, "");

        assertThat(replayed.statusCode()).isEqualTo(200);
        eventually(() -> deliveries(webhook).get(0).get("state").asString().equals("delivered"));
    }

    @Test
    void a_repeat_under_a_key_makes_no_second_webhook_or_secret_and_has_the_same_answer() throws Exception {
        var key = UUID.randomUUID().toString();

        var first = addUnder(key);
        var again = addUnder(key);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body()).contains("whsec_");
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(JSON.readTree(get(WEBHOOKS, lead(), JSON_TYPE).body()).get("webhooks"))
                .hasSize(1);
        var webhook = JSON.readTree(first.body());
        var rotation = UUID.randomUUID().toString();
        var rotated = call("POST", path(webhook) + "/secret", lead(), "", "Idempotency-Key", rotation);
        var rotatedAgain = call("POST", path(webhook) + "/secret", lead(), "", "Idempotency-Key", rotation);
        assertThat(rotatedAgain.body()).isEqualTo(rotated.body()).contains("whsec_");
        assertThat(JSON.readTree(get(path(webhook), lead(), JSON_TYPE).body())
                        .get("version")
                        .asLong())
                .isEqualTo(2);
    }

    @Test
    void the_secret_is_shown_once() throws Exception {
        JsonNode webhook = add("[]");

        assertThat(get(path(webhook), lead(), JSON_TYPE).body()).doesNotContain("whsec_");
        assertThat(get("/evidence/webhooks/" + webhook.get("webhook").asString(), lead(), "text/html")
                        .body())
                .doesNotContain("whsec_" + webhook.get("secret").asString().substring(6));
        var rotated = post(path(webhook) + "/secret", lead(), JSON_TYPE, "");
        assertThat(JSON.readTree(rotated.body()).get("secret").asString())
                .startsWith("whsec_")
                .isNotEqualTo(webhook.get("secret").asString());
    }

    @Test
    void others_neither_see_it_nor_are_told_through_it() throws Exception {
        JsonNode webhook = add("[]");
        post("/api/evidence/items", otherLead(), JSON_TYPE, item(UUID.randomUUID()));
        var mine = UUID.randomUUID();
        post("/api/evidence/items", lead(), JSON_TYPE, item(mine));

        eventually(() -> received.stream().anyMatch(one -> one.body().contains(mine.toString())));
        assertThat(received).allSatisfy(one -> assertThat(one.body()).contains("99000001"));
        for (String route : List.of(path(webhook), path(webhook) + "/deliveries")) {
            assertThat(get(route, otherLead(), JSON_TYPE).statusCode()).isEqualTo(404);
        }
        assertThat(get(WEBHOOKS, otherLead(), JSON_TYPE).body())
                .doesNotContain(webhook.get("webhook").asString());
    }

    @Test
    void an_address_inside_is_refused_on_the_page_with_what_was_typed() throws Exception {
        var answered = post(
                "/evidence/webhooks/new",
                lead(),
                "application/x-www-form-urlencoded",
                "address=https%3A%2F%2F10.0.0.1%2Fevents&types=accepted");

        assertThat(answered.statusCode()).isEqualTo(422);
        assertThat(answered.body()).contains("private network", "https://10.0.0.1/events", "checked");
    }

    @Test
    void a_lead_adds_pauses_and_deletes_one_by_page() throws Exception {
        var saved = post(
                "/evidence/webhooks/new",
                lead(),
                "application/x-www-form-urlencoded",
                "address=http%3A%2F%2F127.0.0.1%3A" + receiver.getAddress().getPort() + "%2Fby-page");
        assertThat(saved.body()).contains("whsec_", "Copy the secret now");
        var id = saved.body().replaceAll("(?s).*href=\"/evidence/webhooks/([0-9a-f-]{36})\".*", "$1");

        var page = "/evidence/webhooks/" + id;
        assertThat(post(page + "/pause", lead(), "application/x-www-form-urlencoded", "version=1")
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(page, lead(), "text/html").body()).contains("Paused", "Resume");
        assertThat(post(page + "/pause", lead(), "application/x-www-form-urlencoded", "version=1")
                        .statusCode())
                .isEqualTo(409);
        assertThat(post(page + "/delete", lead(), "application/x-www-form-urlencoded", "")
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(page, lead(), "text/html").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> addUnder(String key) throws Exception {
        var body = "{\"address\": \"http://127.0.0.1:%d/events\"}"
                .formatted(receiver.getAddress().getPort());
        return call("POST", WEBHOOKS, lead(), body, "Content-Type", JSON_TYPE, "Idempotency-Key", key);
    }

    private JsonNode add(String types) throws Exception {
        var body = "{\"address\": \"http://127.0.0.1:%d/events\", \"types\": %s}"
                .formatted(receiver.getAddress().getPort(), types);
        var response = post(WEBHOOKS, lead(), JSON_TYPE, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JSON.readTree(response.body());
    }

    private JsonNode deliveries(JsonNode webhook) throws Exception {
        return JSON.readTree(
                        get(path(webhook) + "/deliveries", lead(), JSON_TYPE).body())
                .get("deliveries");
    }

    private static String path(JsonNode webhook) {
        return WEBHOOKS + "/" + webhook.get("webhook").asString();
    }

    private static String header(Received message, String name) {
        return message.headers().get(name).getFirst();
    }

    /** As a receiver would compute it, from the specification alone. */
    private static String signature(String secret, Received message) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        var signed = header(message, "Webhook-id") + "." + header(message, "Webhook-timestamp") + "." + message.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
