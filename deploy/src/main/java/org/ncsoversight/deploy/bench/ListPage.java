package org.ncsoversight.deploy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ncsoversight.deploy.calling.MachineAccounts;

/** A page as its service makes it, looked at again and again by one person. */
final class ListPage {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final MachineAccounts.Account reader;

    ListPage(URI server, MachineAccounts.Account reader) {
        this.server = server;
        this.reader = reader;
    }

    Figures look(String path, int times) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                    .timeout(TIMEOUT)
                    .header("Authorization", "Bearer " + reader.token())
                    .header("Accept", "text/html")
                    .build();
            long began = System.nanoTime();
            if (statusOf(request) != 200) {
                throw new IllegalStateException(path + " did not answer 200");
            }
            nanos.add(System.nanoTime() - began);
        }
        return Figures.of(nanos);
    }

    private int statusOf(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
