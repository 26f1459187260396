package org.ncsoversight.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ncsoversight.gateway.running.RunningGateway;
import org.ncsoversight.gateway.running.StubPart;

class StoppingIT {

    @Test
    void an_upload_under_way_is_finished_and_an_event_stream_is_cut_at_once() throws Exception {
        var uploadUnderWay = new CountDownLatch(1);
        var streamCut = new CountDownLatch(1);
        try (var gateway = RunningGateway.another();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            gateway.part.answers(exchange -> {
                if (exchange.getRequestMethod().equals("GET")) {
                    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    await(streamCut);
                } else {
                    exchange.getRequestBody().readAllBytes();
                    uploadUnderWay.countDown();
                    // The answer comes only when the stream has been cut, and that only when the gateway is to stop.
                    await(streamCut);
                    StubPart.send(exchange, 201, "application/json", "{}");
                }
            });
            var events = gateway.person("contract-manager")
                    .with("Accept", "text/event-stream")
                    .open("/readiness/changes");
            var lines = new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo("data: first");
            var machine = gateway.machine("provider-system");
            var upload = callers.submit(() -> machine.send(
                            "POST", "/api/evidence/items", BodyPublishers.ofString("x"), BodyHandlers.ofString())
                    .statusCode());
            await(uploadUnderWay);

            var stopped = callers.submit(gateway::close);
            assertThat(lines.lines().toList()).containsOnly("");
            boolean stoppedTooEarly = stopped.isDone();
            streamCut.countDown();

            assertThat(stoppedTooEarly).isFalse();
            assertThat(upload.get(30, TimeUnit.SECONDS)).isEqualTo(201);
            stopped.get(30, TimeUnit.SECONDS);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
