package org.ncsoversight.deploy.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.deploy.calling.MachineAccounts.Account;
import org.ncsoversight.deploy.whole.ApiDocuments.Operation;

/** Every operation that a document tells of is asked once rightly, by its own example, and once wrongly. */
@ExtendWith(JourneyWorld.Shared.class)
class ApiDocumentsHoldIT {

    /** The provider and the touchpoint that examples speak of. */
    private static final String UKPRN = "99000042";

    private static final String TOUCHPOINT = "0000000942";

    private static JourneyWorld world;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void meet(JourneyWorld shared) {
        world = shared;
        world.register(UKPRN, "Example Careers", "prime");
        world.platform()
                .api()
                .put(
                        world.platform().accounts().of("administrator"),
                        "/api/criteria/contracts/" + TOUCHPOINT + "/2024-10-01",
                        "{\"area\": \"Exampleshire\", \"prime\": \"" + UKPRN + "\"}");
        world.platform().awaitBand(UKPRN, "4.3", "NOT_STARTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"feedback", "outcomes", "reporting"})
    void what_a_document_says_is_what_is_answered(String part) throws Exception {
        var answer = send("GET", "/api/" + part + "/openapi.json", Optional.empty(), Optional.empty());
        assertThat(answer.statusCode()).isEqualTo(200);
        var document = ApiDocuments.of(answer.body());
        var known = new HashMap<>(Map.of("touchpoint", TOUCHPOINT, "ukprn", UKPRN));
        var faults = new ArrayList<String>();
        for (Operation operation : document.operations()) {
            askRightly(document, operation, known).ifPresent(faults::add);
            askWrongly(document, operation).ifPresent(faults::add);
        }
        assertThat(document.operations()).isNotEmpty();
        assertThat(faults).isEmpty();
    }

    private Optional<String> askRightly(ApiDocuments document, Operation operation, Map<String, String> known) {
        var about = new HashMap<>(known);
        document.operations().forEach(other -> {
            // Of the addresses learned so far, the one of this operation's own kind.
            String thing = operation.path().replaceFirst("(\\{[^}]+}).*", "$1");
            if (thing.equals(other.path()) && known.containsKey(thing)) {
                about.putAll(ApiDocuments.variables(thing, known.get(thing)));
            }
        });
        var account = accountOf(operation);
        // A service may not yet have heard from another what it needs to know.
        HttpResponse<String> answer = await().atMost(TestPlatform.PATIENCE)
                .until(
                        () -> send(operation.verb(), operation.filled(about), operation.body(), Optional.of(account)),
                        some -> some.statusCode() != 503 && !some.body().contains("unknown-touchpoint"));
        answer.headers().firstValue("Location").ifPresent(location -> document.operations().stream()
                .map(Operation::path)
                .filter(path -> !ApiDocuments.variables(path, location).isEmpty())
                .forEach(path -> known.put(path, location)));
        if (answer.statusCode() >= 300) {
            return Optional.of(operation + " by its example: " + answer.statusCode() + " " + answer.body());
        }
        return document.fault(operation, answer).map(fault -> operation + " by its example: " + fault);
    }

    /** A body that is none, a thing that is not there, or, where neither can be, nobody who asks. */
    private Optional<String> askWrongly(ApiDocuments document, Operation operation) throws Exception {
        boolean namesAThing = operation.path().contains("{");
        var account = operation.body().isPresent() || namesAThing
                ? Optional.of(accountOf(operation))
                : Optional.<Account>empty();
        var nothing = new HashMap<String, String>();
        ApiDocuments.variables(operation.path(), operation.path()).keySet().forEach(name -> nothing.put(name, "nothing"));
        var answer = send(
                operation.verb(),
                operation.filled(nothing),
                operation.body().map(body -> Map.entry(body.getKey(), "nonsense")),
                account);
        if (answer.statusCode() < 400) {
            return Optional.of(operation + " asked wrongly: " + answer.statusCode() + " " + answer.body());
        }
        return document.fault(operation, answer).map(fault -> operation + " asked wrongly: " + fault);
    }

    private static Account accountOf(Operation operation) {
        var accounts = world.platform().accounts();
        return switch (operation.role()) {
            case "provider-system" -> accounts.ofProvider(UKPRN);
            case "assessor" -> accounts.ofAssessor();
            case String role -> accounts.of(role);
        };
    }

    private HttpResponse<String> send(
            String verb, String path, Optional<Map.Entry<String, String>> body, Optional<Account> account)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(world.home() + "/").resolve(path))
                .header("Accept", "application/json, text/csv, application/problem+json, */*")
                .method(
                        verb.toUpperCase(Locale.ROOT),
                        body.map(sent -> BodyPublishers.ofString(sent.getValue())).orElse(BodyPublishers.noBody()));
        body.ifPresent(sent -> request.header("Content-Type", sent.getKey()));
        account.ifPresent(caller -> request.header("Authorization", "Bearer " + caller.token()));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
