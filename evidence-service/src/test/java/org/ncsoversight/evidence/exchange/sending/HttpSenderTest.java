package org.ncsoversight.evidence.exchange.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.exchange.sending.Sender.Outcome;

class HttpSenderTest {

    /** Only tells that sending hangs. */
    private static final Duration HANGS = Duration.ofMinutes(2);

    private final List<String> askedNames = new ArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final HttpSender sender = sender(Settings.with(true, "1024-65535"));
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            heard.add(exchange.getRequestHeaders().getFirst("Host") + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Location", "http://receiver.example:" + port() + "/elsewhere");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/moved") ? 302 : 204, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void silence() {
        receiver.stop(0);
    }

    @Test
    void the_name_is_looked_up_once_and_the_address_found_is_the_one_called() {
        var outcome = sender.send(address("/events?x=1"), Map.of("webhook-id", "1"), "{\"a\":\"ü\"}");

        assertThat(outcome).isEqualTo(new Outcome.Answered(204));
        assertThat(askedNames).containsExactly("receiver.example");
        assertThat(heard).containsExactly("receiver.example:%d /events?x=1 {\"a\":\"ü\"}".formatted(port()));
    }

    @Test
    void nobody_is_followed_elsewhere() {
        assertThat(sender.send(address("/moved"), Map.of(), "{}")).isEqualTo(new Outcome.Answered(302));
        assertThat(heard).hasSize(1);
    }

    @Test
    void a_name_that_leads_inside_is_not_called() {
        var strict = sender(Settings.with(false, "1024-65535"));

        assertThat(strict.send(address("/events"), Map.of(), "{}"))
                .isEqualTo(new Outcome.Unreached("The address leads to a private network"));
        assertThat(heard).isEmpty();
    }

    @Test
    void a_receiver_is_asked_for_its_certificate_by_name() throws Exception {
        try (var secure = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var hello = CompletableFuture.supplyAsync(() -> firstBytes(secure), Thread::startVirtualThread);

            var outcome = sender.send(
                    URI.create("https://receiver.example:%d/".formatted(secure.getLocalPort())), Map.of(), "{}");

            assertThat(outcome).isInstanceOf(Outcome.Unreached.class);
            assertThat(hello.get()).contains("receiver.example");
        }
    }

    @Test
    void a_receiver_that_answers_one_byte_now_and_then_is_given_up() throws IOException {
        var impatient = sender(new WebhookSettings(
                true, PortRange.of("1024-65535"), 10, 100, Duration.ofMillis(500), Duration.ofDays(1)));
        try (var slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> drip(slow));

            Outcome outcome = assertTimeoutPreemptively(
                    HANGS,
                    () -> impatient.send(
                            URI.create("http://receiver.example:%d/".formatted(slow.getLocalPort())), Map.of(), "{}"));

            assertThat(outcome).isInstanceOf(Outcome.Unreached.class);
        }
    }

    private static String firstBytes(ServerSocket server) {
        try (Socket one = server.accept()) {
            var bytes = new byte[2_000];
            int read = one.getInputStream().read(bytes);
            return new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** For as long as somebody listens. */
    private static void drip(ServerSocket server) {
        try (Socket one = server.accept()) {
            one.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            one.setSoTimeout(50);
            while (true) {
                one.getOutputStream().write('x');
                readOrPause(one);
            }
        } catch (IOException _) {
            // Cut off, as it should be.
        }
    }

    private static void readOrPause(Socket one) throws IOException {
        try {
            if (one.getInputStream().read() < 0) {
                throw new IOException("gone");
            }
        } catch (SocketTimeoutException _) {
            // The pause between two bytes.
        }
    }

    private HttpSender sender(WebhookSettings settings) {
        return new HttpSender(
                new OutsideAddress(settings, name -> {
                    askedNames.add(name);
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                }),
                settings);
    }

    private URI address(String path) {
        return URI.create("http://receiver.example:" + port() + path);
    }

    private int port() {
        return receiver.getAddress().getPort();
    }
}
