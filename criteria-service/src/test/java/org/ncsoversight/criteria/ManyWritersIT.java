package org.ncsoversight.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;

/** Twenty change the same provider at once, none of them naming a version: everybody gets through. */
class ManyWritersIT extends RunningService {

    private static final String PROVIDER = "/api/criteria/providers/99000801";

    @Test
    void twenty_names_for_one_provider() {
        assertThat(statuses(number -> put(PROVIDER, provider("Name " + number), ADMINISTRATOR)))
                .containsOnly(200, 201)
                .containsOnlyOnce(201);
    }

    @Test
    void twenty_accreditation_dates_and_twenty_steps() {
        put(PROVIDER, provider("Many Writers"), ADMINISTRATOR);

        assertThat(statuses(number -> put(
                        PROVIDER + "/accreditation",
                        "{\"edition\":\"matrix-ncs-4e\",\"accreditedOn\":\"2025-02-%02d\"}".formatted(number + 1),
                        ADMINISTRATOR)))
                .containsOnly(200);
        // Each says something different, so only one of them fits the cycle: the others are told why, not to come
        // again.
        assertThat(statuses(number -> send(to(PROVIDER + "/steps", Tokens.of("contract-manager"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"kind\":\"call-done\",\"on\":\"2025-05-%02d\"}".formatted(number + 1))))))
                .containsOnly(201, 422)
                .containsOnlyOnce(201);
    }

    private static String provider(String name) {
        return "{\"name\":\"%s\",\"kind\":\"prime\"}".formatted(name);
    }

    private static List<Integer> statuses(IntFunction<HttpResponse<String>> write) {
        List<Future<HttpResponse<String>>> answers;
        // Closing waits for all of them.
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = IntStream.range(0, 20)
                    .mapToObj(number -> writers.submit(() -> write.apply(number)))
                    .toList();
        }
        return answers.stream().map(answer -> answer.resultNow().statusCode()).toList();
    }
}
