package org.ncsoversight.deploy.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider's own system hears what happened to evidence, arranged on pages with scripts and without. */
@ExtendWith(JourneyWorld.Shared.class)
class OtherSystemsAreToldIT {

    private static JourneyWorld world;

    private record Message(Headers headers, String body) {}

    @BeforeAll
    static void meet(JourneyWorld shared) {
        world = shared;
        world.register("99000001", "Harbour Careers", "prime");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_webhook_is_added_told_and_deleted(boolean scripts) throws IOException {
        List<Message> heard = new CopyOnWriteArrayList<>();
        HttpServer receiver = receiver(heard);
        try (var lead = world.signedIn("lead", scripts)) {
            Page page = lead.goTo("/evidence/webhooks/new");
            page.fill("#address", "https://10.0.0.1/hook");
            lead.press("Save");
            assertThat(page.locator(".govuk-error-summary")).containsText("private network");
            lead.checkAccessibility();
            page.fill("#address", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
            lead.press("Save");
            String secret = page.locator("#secret").innerText();
            lead.checkAccessibility();
            lead.follow("Go to this webhook");
            lead.checkAccessibility();

            String item = world.item("99000001", "Told " + UUID.randomUUID(), "3.5");
            await().atMost(TestPlatform.PATIENCE)
                    .until(() ->
                            heard.stream().anyMatch(message -> message.body().contains(item)));
            Assertions.assertThat(heard)
                    .allSatisfy(
                            message -> Assertions.assertThat(message.headers().getFirst("webhook-signature"))
                                    .isEqualTo(signature(secret, message)));
            // The receiver hears it before it is written down as delivered.
            await().atMost(TestPlatform.PATIENCE).until(() -> {
                page.reload();
                return page.locator("main table").innerText().contains("Delivered");
            });
            lead.checkAccessibility();
            int before = heard.size();
            page.locator("main table button").first().click();
            await().atMost(TestPlatform.PATIENCE).until(() -> heard.size() > before);

            lead.follow("Delete");
            lead.checkAccessibility();
            lead.press("Delete this webhook");
            assertThat(page.locator("h1")).containsText("Webhooks");
        } finally {
            receiver.stop(0);
        }
    }

    private static HttpServer receiver(List<Message> heard) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                heard.add(new Message(exchange.getRequestHeaders(), body));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
        return server;
    }

    /** As the Standard Webhooks specification computes it: over id, timestamp and body, joined by dots. */
    private static String signature(String secret, Message message) throws GeneralSecurityException {
        Map<String, List<String>> headers = message.headers();
        String signed = headers.get("Webhook-id").getFirst() + "."
                + headers.get("Webhook-timestamp").getFirst() + "." + message.body();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
