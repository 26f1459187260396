package org.ncsoversight.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks a process on this machine by HTTP, and does not wait longer than a caller would. */
final class Ask {

    private static final Duration UNTIL_IT_IS_SO = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Ask() {}

    static HttpRequest.Builder at(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** An answer that comes later than that is no answer. */
    static HttpResponse<String> within(Duration patience, HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.timeout(patience).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer within " + patience, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks again until it is so. */
    static <T> T until(Supplier<T> question, Predicate<T> so) {
        long end = System.nanoTime() + UNTIL_IT_IS_SO.toNanos();
        T answer = question.get();
        while (!so.test(answer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not so within " + UNTIL_IT_IS_SO + ": " + answer);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.get();
        }
        return answer;
    }
}
