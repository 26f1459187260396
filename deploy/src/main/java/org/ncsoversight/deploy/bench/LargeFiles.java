package org.ncsoversight.deploy.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ncsoversight.deploy.calling.MachineAccounts;

/** Evidence items with a file as large as one may be, sent and fetched. */
final class LargeFiles {

    static final int FILE_IN_BYTES = 25_000_000;

    private static final Pattern ADDRESS = Pattern.compile("\"href\"\\s*:\\s*\"([^\"]+)\"");
    private static final String BOUNDARY = "----ncs-oversight-large";
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final MachineAccounts.Account provider;
    private final LocalDate today;
    private final Random random = new Random(11);

    LargeFiles(MachineAccounts.Account provider, LocalDate today) {
        this.provider = provider;
        this.today = today;
    }

    /** Bytes a second of one upload after the other, until each has been answered. */
    double uploadedPerSecond(URI server, int files) {
        long took = 0;
        for (int i = 0; i < files; i++) {
            byte[] content = content();
            long began = System.nanoTime();
            upload(server, content);
            took += System.nanoTime() - began;
        }
        return (double) FILE_IN_BYTES * files / (took / 1e9);
    }

    /** Sends so many at once; the files are the same, for this machine has to hold them too. */
    void uploadAtOnce(URI server, int files) {
        byte[] content = content();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> sent = new ArrayList<>();
            for (int i = 0; i < files; i++) {
                sent.add(callers.submit(() -> upload(server, content)));
            }
            for (Future<String> answer : sent) {
                answer.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address below a server of the one file of a new item. */
    String uploadOne(URI server) {
        String item = upload(server, content());
        Matcher file = ADDRESS.matcher(item);
        if (!file.find()) {
            throw new IllegalStateException("An answer without a file: " + item);
        }
        return file.group(1);
    }

    double downloadedPerSecond(URI server, String path, int times) {
        long bytes = 0;
        long began = System.nanoTime();
        for (int i = 0; i < times; i++) {
            bytes += download(server, path);
        }
        return bytes / ((System.nanoTime() - began) / 1e9);
    }

    /** How many bytes came; read away as they come. */
    long download(URI server, String path) {
        HttpRequest request = to(server, path).header("Accept", "*/*").GET().build();
        try (InputStream body = answer(request, BodyHandlers.ofInputStream(), 200)) {
            long bytes = 0;
            var piece = new byte[64 * 1024];
            for (int read = body.read(piece); read != -1; read = body.read(piece)) {
                bytes += read;
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String upload(URI server, byte[] content) {
        byte[] head = ("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"item\"\r\nContent-Type: application/json\r\n\r\n"
                        + item() + "\r\n--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"large.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] end = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = to(server, "/api/evidence/items")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Accept", "application/json")
                .POST(body(head, content, end))
                .build();
        return answer(request, BodyHandlers.ofString(), 201);
    }

    /** One after the other, read as they are sent: a publisher of arrays would copy all of them first. */
    private static BodyPublisher body(byte[]... parts) {
        long length = Arrays.stream(parts).mapToLong(part -> part.length).sum();
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(
                        Arrays.stream(parts).map(ByteArrayInputStream::new).toList()))),
                length);
    }

    private HttpRequest.Builder to(URI server, String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + provider.token());
    }

    private <T> T answer(HttpRequest request, BodyHandler<T> handler, int expected) {
        try {
            HttpResponse<T> response = http.send(request, handler);
            if (response.statusCode() != expected) {
                throw new IllegalStateException(request.uri() + " answered " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String item() {
        return """
            {"evidence": "%s", "title": "Large file", "statement": "Measured.", "voice": "manager", "criteria": ["4.3"],
             "periodFrom": "%s", "periodTo": "%s", "reviewDate": "%s"}
            """.formatted(UUID.randomUUID(), today.minusMonths(6), today.minusDays(1), today.plusMonths(6));
    }

    /** Looks like a PDF and does not compress. */
    private byte[] content() {
        var content = new byte[FILE_IN_BYTES];
        random.nextBytes(content);
        byte[] magic = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(magic, 0, content, 0, magic.length);
        return content;
    }
}
