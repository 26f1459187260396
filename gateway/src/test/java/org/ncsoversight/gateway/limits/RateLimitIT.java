package org.ncsoversight.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ncsoversight.gateway.limits.RateLimits.Rate;
import org.ncsoversight.gateway.running.Caller;
import org.ncsoversight.gateway.running.RunningGateway;

class RateLimitIT {

    /** As shipped. */
    private static final int BURST = 300;

    private final RunningGateway gateway = RunningGateway.get();

    @Test
    void who_sends_too_much_is_asked_to_wait_and_others_do_not_notice() throws Exception {
        var flood = gateway.person("flooding");

        HttpResponse<String> refused = firstRefused(flood);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-9]"));
        assertThat(refused.body()).contains("That was too much at once", "<header");
        assertThat(refused.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(gateway.person("analyst").get("/readiness").statusCode()).isEqualTo(200);
        assertThat(gateway.machine("analyst").get("/api/reporting/readiness").statusCode())
                .isEqualTo(200);
    }

    @Test
    void after_the_burst_the_steady_rate_goes_on() {
        var bucket = new Rate(1_000, 5).bucket();

        for (int i = 0; i < 5; i++) {
            assertThat(bucket.tryConsume(1)).isTrue();
        }
        assertThat(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill())
                .isLessThanOrEqualTo(1_000_000);
    }

    @Test
    void a_rate_of_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> limitsFor(0));
    }

    private static RateLimits limitsFor(int callers) {
        var rate = new Rate(1, 1);
        return new RateLimits(rate, rate, new RateLimits.Address(rate, rate, rate, rate), callers, Set.of());
    }

    private static HttpResponse<String> firstRefused(Caller flood) throws Exception {
        try (var callers = Executors.newFixedThreadPool(8)) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < BURST * 3; i++) {
                answers.add(callers.submit(() -> flood.get("/evidence")));
            }
            for (Future<HttpResponse<String>> answer : answers) {
                if (answer.get().statusCode() == 429) {
                    return answer.get();
                }
            }
        }
        throw new AssertionError("Nobody was refused");
    }
}
