package org.ncsoversight.deploy.calling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The platform's public API, through the gateway.
 *
 * <p>Every call answers the body of a success. It repeats while a service is away or has not yet heard from another what
 * it needs to know, so callers send only what may be repeated. Any other answer is an {@link IllegalStateException}.
 */
public final class PlatformApi {

    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(2);
    /** A busy machine may take minutes to start a service again; what works is not waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Before an import is first asked how far it is; then twice as long each time, up to the pause above. */
    private static final Duration FIRST_LOOK = Duration.ofMillis(25);

    private static final int CHANGED_MEANWHILE = 412;
    /** The item's own stands before those of anything in it. */
    private static final Pattern VERSION = Pattern.compile("\"version\":([0-9]+)");

    private static final String BOUNDARY = "----ncs-oversight-boundary";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI gateway;

    public PlatformApi(URI gateway) {
        this.gateway = gateway;
    }

    public String get(MachineAccounts.Account caller, String path) {
        return answer("GET", path, "application/json", BodyPublishers.noBody(), caller, Set.of(200));
    }

    public String put(MachineAccounts.Account caller, String path, String json) {
        return answer("PUT", path, "application/json", BodyPublishers.ofString(json), caller, Set.of(200, 201, 204));
    }

    public String post(MachineAccounts.Account caller, String path, String json) {
        return answer("POST", path, "application/json", BodyPublishers.ofString(json), caller, Set.of(200, 201, 204));
    }

    /** The same of something with an id of the caller's choice, which an earlier try may have made. */
    public void postUnlessThere(MachineAccounts.Account caller, String path, String json) {
        HttpResponse<String> response = response(
                "POST", path, "application/json", BodyPublishers.ofString(json), caller, Set.of(200, 201, 204, 409));
        if (response.statusCode() == 409 && !response.body().contains("id-taken")) {
            throw new IllegalStateException("POST " + path + " answered 409: " + response.body());
        }
    }

    /**
     * Looks at an item, given by its path, and decides about what it says now. An earlier try whose answer got lost may
     * have taken the decision: a conflict is fine too.
     */
    public String postDecision(MachineAccounts.Account caller, String item, String decision, String json) {
        return decided(caller, item, get(caller, item), decision, json).body();
    }

    /** The same of an item as somebody saw it; looks at it only when it changed meanwhile. */
    public void postDecision(MachineAccounts.Account caller, String item, String seen, String decision, String json) {
        if (decided(caller, item, seen, decision, json).statusCode() == CHANGED_MEANWHILE) {
            postDecision(caller, item, decision, json);
        }
    }

    private HttpResponse<String> decided(
            MachineAccounts.Account caller, String item, String seen, String decision, String json) {
        var version = VERSION.matcher(seen);
        if (!version.find()) {
            throw new IllegalStateException(item + " says no version");
        }
        return response(
                "POST",
                item + "/" + decision,
                "application/json",
                BodyPublishers.ofString(json),
                caller,
                Set.of(200, 201, 204, 409, CHANGED_MEANWHILE),
                "If-Match",
                "\"" + version.group(1) + "\"");
    }

    /** Answers when the file is applied, whether the service does so at once or says where to ask. */
    public String postCsv(MachineAccounts.Account caller, String path, String csv) {
        HttpResponse<String> response =
                response("POST", path, "text/csv", BodyPublishers.ofString(csv), caller, Set.of(200, 201, 202));
        Optional<String> job = response.headers().firstValue("Location");
        Instant moved = Instant.now();
        Duration pause = FIRST_LOOK;
        while (ImportProgress.of(response) == ImportProgress.UNDER_WAY) {
            if (moved.plus(PATIENCE).isBefore(Instant.now())) {
                throw new IllegalStateException("The import " + job.orElse(path) + " stands still: " + response.body());
            }
            pause(pause);
            pause = pause.multipliedBy(2).compareTo(PAUSE) < 0 ? pause.multipliedBy(2) : PAUSE;
            String before = response.body();
            response = response(
                    "GET",
                    job.orElseThrow(() -> new IllegalStateException(path + " answered 202 without an address")),
                    "application/json",
                    BodyPublishers.noBody(),
                    caller,
                    Set.of(200, 202));
            moved = response.body().equals(before) ? moved : Instant.now();
        }
        if (ImportProgress.of(response) == ImportProgress.FAILED) {
            throw new IllegalStateException("The import " + job.orElse(path) + " failed: " + response.body());
        }
        return response.body();
    }

    /** Posts an evidence item with one text file. */
    public String postItem(MachineAccounts.Account caller, String path, String json, String fileName, String file) {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"item\"", "application/json", json);
        part(body, "name=\"files\"; filename=\"" + fileName + "\"", "text/plain", file);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return answer(
                "POST",
                path,
                "multipart/form-data; boundary=" + BOUNDARY,
                BodyPublishers.ofByteArray(body.toByteArray()),
                caller,
                Set.of(200, 201));
    }

    private static void part(ByteArrayOutputStream body, String disposition, String type, String content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
                        + type + "\r\n\r\n" + content + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    private String answer(
            String method,
            String path,
            String contentType,
            BodyPublisher body,
            MachineAccounts.Account caller,
            Set<Integer> expected,
            String... headers) {
        return response(method, path, contentType, body, caller, expected, headers)
                .body();
    }

    private HttpResponse<String> response(
            String method,
            String path,
            String contentType,
            BodyPublisher body,
            MachineAccounts.Account caller,
            Set<Integer> expected,
            String... headers) {
        Instant deadline = Instant.now().plus(PATIENCE);
        boolean tokenRefused = false;
        while (true) {
            String token = caller.token();
            HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                    .timeout(REQUEST_TIMEOUT)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", contentType)
                    .header("Accept", "application/json, application/problem+json")
                    .method(method, body);
            if (headers.length > 0) {
                request.headers(headers);
            }
            String failure;
            try {
                HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
                if (expected.contains(response.statusCode())) {
                    return response;
                }
                failure = "%s %s answered %d: %s".formatted(method, path, response.statusCode(), response.body());
                boolean tokenEnded = response.statusCode() == 401 && !tokenRefused;
                if (tokenEnded) {
                    caller.refused(token);
                    tokenRefused = true;
                } else if (!mayPass(response)) {
                    throw new IllegalStateException(failure);
                }
            } catch (IOException e) {
                failure = "%s %s was not answered: %s".formatted(method, path, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Calling was interrupted", e);
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(failure);
            }
            pause(PAUSE);
        }
    }

    private static boolean mayPass(HttpResponse<String> response) {
        return switch (response.statusCode()) {
            case 429, 502, 503, 504 -> true;
            case 422 ->
                response.body().contains("unknown-touchpoint")
                        || response.body().contains("unknown-criterion");
            default -> false;
        };
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Calling was interrupted", e);
        }
    }
}
