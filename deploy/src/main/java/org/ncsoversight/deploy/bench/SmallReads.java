package org.ncsoversight.deploy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.ncsoversight.deploy.calling.MachineAccounts;

/** One small authenticated read, asked for by many callers at once, for a time. */
final class SmallReads {

    private static final int CALLERS = 32;

    private SmallReads() {}

    /** Answers a second. */
    static double perSecond(URI address, MachineAccounts.Account caller, Duration time) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + caller.token())
                .timeout(Duration.ofSeconds(10))
                .build();
        var answers = new AtomicLong();
        long end = System.nanoTime() + time.toNanos();
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calling = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calling.add(callers.submit(() -> {
                    while (System.nanoTime() < end) {
                        if (statusOf(http, request) != 200) {
                            throw new IllegalStateException(address + " did not answer 200");
                        }
                        answers.incrementAndGet();
                    }
                }));
            }
            for (Future<?> one : calling) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return answers.get() / (time.toNanos() / 1e9);
    }

    private static int statusOf(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
