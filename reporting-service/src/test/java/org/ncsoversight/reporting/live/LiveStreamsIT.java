package org.ncsoversight.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Tokens;
import org.ncsoversight.reporting.RunningService;

class LiveStreamsIT extends RunningService {

    /** As shipped. */
    private static final int PER_PERSON = 5;

    @Test
    void the_page_somebody_opened_first_gives_way_and_comes_back_later_not_at_once() throws Exception {
        String analyst = Tokens.of("analyst");
        List<BufferedReader> pages = new ArrayList<>();
        for (int i = 0; i <= PER_PERSON; i++) {
            pages.add(open(analyst));
        }

        String first = pages.getFirst().lines().collect(Collectors.joining("\n"));

        assertThat(first).contains("retry:3000", "retry:60000", "another page is open");
        for (BufferedReader page : pages) {
            page.close();
        }
    }

    private BufferedReader open(String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address("/readiness/changes"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        var answer = http().send(request, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }
}
