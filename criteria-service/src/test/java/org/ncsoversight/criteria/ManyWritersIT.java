package org.ncsoversight.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;

/** Twenty change the same provider at once, none of them naming a version: everybody gets through. */
class ManyWritersIT extends RunningService {

    private static final String PROVIDERS = "/api/criteria/providers/";

    @Test
    void twenty_names_for_one_provider() {
        assertThat(statuses(number -> put(PROVIDERS + "99000951", provider("Name " + number), ADMINISTRATOR)))
                .containsOnly(200, 201)
                .containsOnlyOnce(201);
    }

    @Test
    void twenty_accreditation_dates_and_twenty_steps() {
        String path = PROVIDERS + "99000952";
        put(path, provider("Many Writers"), ADMINISTRATOR);

        assertThat(statuses(number -> put(
                        path + "/accreditation",
                        "{\"edition\":\"matrix-ncs-4e\",\"accreditedOn\":\"2025-02-%02d\"}".formatted(number + 1),
                        ADMINISTRATOR)))
                .containsOnly(200);
        // Each says something different, so only one of them fits the cycle: the others are told why, not to come
        // again.
        assertThat(statuses(number -> send(to(path + "/steps", Tokens.of("contract-manager"))
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
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        // Closing waits for all of them.
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                int number = i;
                answers.add(writers.submit(() -> write.apply(number)));
            }
        }
        return answers.stream().map(answer -> answer.resultNow().statusCode()).toList();
    }
}
