package org.ncsoversight.deploy.whole;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.deploy.demo.DemoData;

/**
 * More than 10,000 events flow while every process that writes or folds them is killed and started again; afterwards all
 * that was acknowledged is in reporting once, and readiness is what it is when nothing is killed.
 */
class NothingAcknowledgedIsLostIT {

    private static final int MONTHS = 8;
    private static final List<String> KILLED = List.of("evidence", "kafka", "reporting", "feedback", "outcomes");

    @TempDir
    private Path folder;

    /** What the producers acknowledged. */
    private record Acknowledged(long responses, long shops, long claims, long evidence) {

        /** Every review is one more event of its item; counted here without reviews, so as a lower bound. */
        long events() {
            return responses + shops + claims + evidence;
        }
    }

    /** What reporting made of it; versions count recomputations and may differ. */
    private record Outcome(String reconciliation, String readiness) {}

    @Test
    void killing_any_process_at_any_time_changes_nothing_in_the_end() throws Exception {
        Outcome undisturbed;
        Acknowledged expected;
        try (var platform = TestPlatform.start(folder.resolve("undisturbed"), 1_000)) {
            var demo = demo(platform);
            demo.register();
            expected = acknowledged(flowing(demo));
            undisturbed = settled(platform, expected);
        }
        assertThat(expected.events()).isGreaterThan(10_000);

        sameSecretsAsUndisturbed();
        try (var platform = TestPlatform.start(folder.resolve("disturbed"), 1_000)) {
            var demo = demo(platform);
            demo.register();
            List<Future<Long>> flows = flowing(demo);
            for (String process : KILLED) {
                assertThat(flows)
                        .as("events still flow when %s is killed", process)
                        .anyMatch(flow -> !flow.isDone());
                platform.platform().kill(process);
                platform.platform().start(process);
            }
            assertThat(acknowledged(flows)).isEqualTo(expected);
            assertThat(settled(platform, expected)).isEqualTo(undisturbed);
        }
    }

    /** Claims are known by a keyed pseudonym; only under the same key have both platforms the same claims. */
    private void sameSecretsAsUndisturbed() throws IOException {
        Path disturbed = Files.createDirectory(folder.resolve("disturbed"));
        for (String file : List.of("platform.properties", "secrets.properties")) {
            Files.copy(folder.resolve("undisturbed").resolve(file), disturbed.resolve(file), COPY_ATTRIBUTES);
        }
    }

    private static DemoData demo(TestPlatform platform) {
        return new DemoData(platform.api(), platform.accounts(), TestPlatform.today(), MONTHS);
    }

    /** Responses, shops, claims and evidence, all at the same time. */
    private static List<Future<Long>> flowing(DemoData demo) {
        List<Callable<Long>> parts = List.of(demo::responses, demo::shops, demo::claims, demo::evidence);
        List<Future<Long>> flows = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(parts.size());
        parts.forEach(part -> flows.add(threads.submit(part)));
        threads.shutdown();
        return flows;
    }

    private static Acknowledged acknowledged(List<Future<Long>> flows) throws Exception {
        return new Acknowledged(
                flows.get(0).get(),
                flows.get(1).get(),
                flows.get(2).get(),
                flows.get(3).get());
    }

    private static Outcome settled(TestPlatform platform, Acknowledged expected) {
        var manager = platform.accounts().of("contract-manager");
        Arriving.awaited(
                () -> {
                    String folded = platform.api().get(manager, "/api/reporting/reconciliation?limit=200");
                    return new Acknowledged(
                            sum(folded, "responses"),
                            sum(folded, "shops"),
                            sum(folded, "claims"),
                            sum(folded, "evidence"));
                },
                expected::equals);
        // Reviews change items without adding any; wait until their effect on the table has come to rest too.
        return await().forever()
                .pollInterval(Duration.ofSeconds(2))
                .until(new TwiceTheSame<Outcome>(() -> outcome(platform)), found -> found != null);
    }

    private static Outcome outcome(TestPlatform platform) {
        var manager = platform.accounts().of("contract-manager");
        return new Outcome(
                withoutVersions(platform.api().get(manager, "/api/reporting/reconciliation?limit=200")),
                withoutVersions(platform.api().get(manager, "/api/reporting/readiness?limit=200")));
    }

    private static String withoutVersions(String json) {
        return json.replaceAll("\"version\":\\d+,?", "");
    }

    private static long sum(String json, String count) {
        Matcher found = Pattern.compile("\"" + count + "\":(\\d+)").matcher(json);
        return found.results().mapToLong(one -> Long.parseLong(one.group(1))).sum();
    }
}
