package org.ncsoversight.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.ncsoversight.gateway.running.RunningGateway;
import org.ncsoversight.gateway.running.StubPart;

class RoutingIT {

    private static final int MEGABYTE = 1024 * 1024;

    private final RunningGateway gateway = RunningGateway.get();

    @Test
    void paths_and_queries_arrive_unchanged() {
        gateway.machine("analyst").get("/api/criteria/contracts/0000000201/2024-10-01?a=b%20c&a=d%26e&f=");

        assertThat(gateway.part.last().uri())
                .hasToString("/api/criteria/contracts/0000000201/2024-10-01?a=b%20c&a=d%26e&f=");
    }

    @Test
    void a_part_learns_our_word_on_where_a_request_came_from_and_not_the_clients() {
        gateway.machine("analyst")
                .with("X-Forwarded-For", "9.9.9.9")
                .with("X-Forwarded-Host", "evil.example")
                .with("Forwarded", "for=9.9.9.9")
                .get("/api/criteria/editions");

        var headers = gateway.part.last().headers();
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat("http://" + headers.getFirst("X-Forwarded-Host")).isEqualTo(gateway.url);
        assertThat(headers.getFirst("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(headers.get("Forwarded")).isNull();
        assertThat(headers.get("Upgrade")).isNull();
    }

    @Test
    void cookies_of_a_part_stay_behind_and_its_own_address_too() {
        gateway.part.answers(exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            exchange.getResponseHeaders().set("X-Frame-Options", "ALLOWALL");
            exchange.getResponseHeaders().set("Location", gateway.part.url() + "/evidence/1?x=y#z");
            exchange.sendResponseHeaders(303, -1);
        });

        var answer = gateway.person("provider-lead").post("/evidence/new", "application/x-www-form-urlencoded", "a=b");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/evidence/1?x=y#z");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    }

    @Test
    void a_relative_location_is_passed_on_as_it_is() {
        gateway.part.answers(exchange -> {
            exchange.getResponseHeaders().set("Location", "/evidence/1?x=y#z");
            exchange.sendResponseHeaders(303, -1);
        });

        var answer = gateway.person("provider-lead").post("/evidence/new", "application/x-www-form-urlencoded", "a=b");

        assertThat(answer.headers().firstValue("Location")).hasValue("/evidence/1?x=y#z");
    }

    @Test
    void a_posted_form_arrives_byte_for_byte() {
        var received = new CompletableFuture<String>();
        gateway.part.answers(exchange -> {
            received.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            StubPart.send(exchange, 200, "text/html", "<main></main>");
        });

        gateway.person("provider-lead")
                .post(
                        "/evidence/new?criterion=4.3",
                        "application/x-www-form-urlencoded",
                        "b=2&a=1&a=%C3%A9&criterion=4.3");

        assertThat(received).isCompletedWithValue("b=2&a=1&a=%C3%A9&criterion=4.3");
    }

    @Test
    void a_large_upload_flows_through_in_pieces_with_its_length() throws Exception {
        var firstPiece = new CountDownLatch(1);
        var count = new AtomicLong();
        gateway.part.answers(exchange -> {
            InputStream body = exchange.getRequestBody();
            count.addAndGet(body.readNBytes(1000).length);
            firstPiece.countDown();
            count.addAndGet(body.transferTo(java.io.OutputStream.nullOutputStream()));
            StubPart.send(exchange, 201, "application/json", "{}");
        });
        var caller = gateway.machine("provider-system").with("Content-Type", "application/octet-stream");

        // The end of the body is sent only when the part has seen its beginning.
        var answer = caller.send(
                "POST",
                "/api/evidence/items",
                BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> new SlowBody(40 * MEGABYTE, firstPiece)), 40L * MEGABYTE),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(count).hasValue(40L * MEGABYTE);
        assertThat(gateway.part.last().headers().getFirst("Content-Length")).isEqualTo(String.valueOf(40L * MEGABYTE));
    }

    @Test
    void a_download_flows_through_in_pieces_with_its_length() throws Exception {
        var sent = new AtomicLong();
        var halfWay = new CountDownLatch(1);
        gateway.part.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/zip");
            exchange.sendResponseHeaders(200, 8L * MEGABYTE);
            for (int i = 0; i < 8; i++) {
                if (i == 4) {
                    await(halfWay);
                }
                exchange.getResponseBody().write(new byte[MEGABYTE]);
                sent.addAndGet(MEGABYTE);
            }
        });

        var answer = gateway.person("provider-lead").open("/evidence/packs/1.zip");

        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(8L * MEGABYTE);
        try (InputStream body = answer.body()) {
            assertThat(body.readNBytes(2 * MEGABYTE)).hasSize(2 * MEGABYTE);
            assertThat(sent.get()).isLessThanOrEqualTo(4L * MEGABYTE);
            halfWay.countDown();
            assertThat(body.readAllBytes()).hasSize(6 * MEGABYTE);
        }
    }

    @Test
    void ranges_and_heads_go_through() {
        gateway.part.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/pdf");
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", "1000");
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.getResponseHeaders().set("Content-Range", "bytes 2-4/1000");
                exchange.sendResponseHeaders(206, 3);
                exchange.getResponseBody().write(new byte[] {2, 3, 4});
            }
        });
        var browser = gateway.person("provider-lead").with("Range", "bytes=2-4");

        var part = browser.send("GET", "/evidence/1/files/2", BodyPublishers.noBody(), BodyHandlers.ofByteArray());
        assertThat(gateway.part.last().headers().getFirst("Range")).isEqualTo("bytes=2-4");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 2-4/1000");
        assertThat(part.body()).containsExactly(2, 3, 4);

        var head = browser.send("HEAD", "/evidence/1/files/2", BodyPublishers.noBody(), BodyHandlers.discarding());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).hasValue("1000");
    }

    @Test
    void a_calendar_is_read_without_signing_in_and_nothing_else_is() {
        gateway.part.answers(exchange -> StubPart.send(exchange, 200, "text/calendar", "BEGIN:VCALENDAR"));
        var stranger = gateway.stranger();

        assertThat(stranger.get("/api/criteria/calendar/secret.ics").body()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(gateway.part.last().headers().get("Authorization")).isNull();
        assertThat(stranger.get("/api/criteria/calendar/secret").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/api/criteria/calendar/a/b.ics").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/api/evidence/calendar/secret.ics").statusCode())
                .isEqualTo(401);
        assertThat(stranger.post("/api/criteria/calendar/secret.ics", "text/plain", "x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_document_of_an_api_is_read_without_signing_in() {
        gateway.part.answers(exchange -> StubPart.send(exchange, 200, "application/json", "{}"));
        var stranger = gateway.stranger();

        assertThat(stranger.get("/api/feedback/openapi.json").body()).isEqualTo("{}");
        assertThat(gateway.part.last().headers().get("Authorization")).isNull();
        assertThat(stranger.get("/api/feedback/openapi.yaml").statusCode()).isEqualTo(401);
        assertThat(stranger.post("/api/feedback/openapi.json", "text/plain", "x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void events_come_one_by_one_and_silence_of_the_browser_ends_the_stream() throws Exception {
        var next = new CountDownLatch(1);
        var cut = new CountDownLatch(1);
        gateway.part.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            event(exchange, "first");
            await(next);
            event(exchange, "second");
            try {
                for (int i = 0; i < 1_000; i++) {
                    event(exchange, "more".repeat(1_000));
                    await(new CountDownLatch(1), 10);
                }
            } catch (IOException e) {
                cut.countDown();
            }
        });

        var stream = gateway.person("contract-manager")
                .with("Accept", "text/event-stream")
                .open("/readiness/99000001/changes");
        var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));

        assertThat(lines.readLine()).isEqualTo("data: first");
        next.countDown();
        lines.readLine();
        assertThat(lines.readLine()).isEqualTo("data: second");
        stream.body().close();
        assertThat(cut.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_part_that_is_not_there_is_named_on_a_page() {
        var answer = gateway.person("contract-manager").get("/outcomes");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(answer.body()).contains("Outcomes does not answer at the moment", "<header", "<nav");
    }

    @Test
    void a_part_that_is_not_there_is_a_problem_to_machines() {
        var answer = gateway.machine("analyst").get("/api/outcomes/summary");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"/problems/part-away\"", "\"instance\":\"/api/outcomes/summary\"");
    }

    @Test
    void a_part_that_stays_silent_is_away_too() {
        var never = new CountDownLatch(1);
        gateway.part.answers(exchange -> await(never));

        var answer = gateway.machine("analyst").get("/api/criteria/editions");
        never.countDown();

        assertThat(answer.statusCode()).isEqualTo(503);
    }

    @Test
    void refusals_of_a_part_without_words_become_a_page() {
        gateway.part.answers(exchange -> exchange.sendResponseHeaders(403, -1));

        var answer = gateway.person("analyst").get("/evidence");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("You cannot use this page", "<header");
    }

    @Test
    void an_answer_that_breaks_off_does_not_look_complete() {
        gateway.part.answers(exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write(new byte[500_000]);
            throw new IOException("gone");
        });

        assertThatThrownBy(() -> gateway.machine("analyst").get("/api/criteria/editions"))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static void event(HttpExchange exchange, String data) throws IOException {
        exchange.getResponseBody().write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static void await(CountDownLatch latch) {
        await(latch, 10_000);
    }

    private static boolean await(CountDownLatch latch, int milliseconds) {
        try {
            return latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class SlowBody extends InputStream {

        private final CountDownLatch seen;
        private long left;

        SlowBody(long length, CountDownLatch seen) {
            this.left = length;
            this.seen = seen;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 20L * MEGABYTE) {
                assertThat(await(seen, 10_000)).isTrue();
            }
            int read = (int) Math.min(length, left);
            left -= read;
            return read == 0 ? -1 : read;
        }
    }
}
