package org.ncsoversight.deploy.bench;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.ncsoversight.deploy.calling.MachineAccounts;
import org.ncsoversight.deploy.calling.PlatformApi;
import org.ncsoversight.deploy.launch.Platform;

/** Large files, long lists and whole packs of evidence. */
final class EvidenceFigures {

    private static final int FILES = 8;
    private static final int AT_ONCE = 20;
    private static final int LONG_LIST = 5_000;
    private static final int LOOKS = 400;
    private static final int CALLERS = 4;
    private static final int PACK_FILES = 80;
    private static final double MB = 1e6;
    private static final List<String> WATCHED = List.of("gateway", "evidence", "mongo");

    private final Platform platform;
    private final MachineAccounts accounts;
    private final LocalDate today;
    private final PrintStream out;
    private final Attempts attempts;
    private final URI gateway;
    private final URI direct;

    EvidenceFigures(Platform platform, MachineAccounts accounts, LocalDate today, PrintStream out, Attempts attempts) {
        this.platform = platform;
        this.accounts = accounts;
        this.today = today;
        this.out = out;
        this.attempts = attempts;
        this.gateway = platform.addresses().publicUrl();
        this.direct = URI.create(platform.addresses().http("evidence"));
    }

    void measure() {
        attempts.at("large files", this::largeFiles);
        attempts.at("long list", this::longList);
        attempts.at("evidence pack", this::pack);
    }

    private void largeFiles() {
        var files = new LargeFiles(accounts.ofProvider("99000002"), today);
        files.uploadedPerSecond(direct, 2);
        files.uploadedPerSecond(gateway, 2);
        double[] up = new double[2];
        double[] down = new double[2];
        String file = files.uploadOne(direct);
        // By turns, so that whatever else the machine does hits both.
        for (int round = 0; round < FILES; round++) {
            up[0] += 1 / files.uploadedPerSecond(direct, 1);
            up[1] += 1 / files.uploadedPerSecond(gateway, 1);
            down[0] += 1 / files.downloadedPerSecond(direct, file, 1);
            down[1] += 1 / files.downloadedPerSecond(gateway, file, 1);
        }
        print("upload of 25 MB, straight to the service", FILES / up[0] / MB, "MB/s");
        print("upload of 25 MB, through the gateway", FILES / up[1] / MB, "MB/s");
        print("upload, gateway / direct", up[0] / up[1], "     aim 0.60");
        print("download of 25 MB, straight to the service", FILES / down[0] / MB, "MB/s");
        print("download of 25 MB, through the gateway", FILES / down[1] / MB, "MB/s");
        print("download, gateway / direct", down[0] / down[1], "     aim 0.60");
        new Heap(platform, WATCHED)
                .mostInMibDuring(() -> files.uploadAtOnce(gateway, AT_ONCE))
                .forEach((server, mib) ->
                        print("heap used at most, 20 uploads at once, " + server, mib, "MiB  aim 256"));
    }

    private void longList() {
        String ukprn = "99000003";
        submit(LONG_LIST, accounts.ofProvider(ukprn));
        var page = new ListPage(direct, accounts.ofProvider(ukprn));
        page.look("/evidence", LOOKS / 4);
        print(
                "list page of 5,000 items, p99 of 400",
                page.look("/evidence", LOOKS).quantileInMillis(0.99),
                "ms   aim 150");
        print(
                "the same filtered by criterion, p99 of 400",
                page.look("/evidence?criterion=4.3", LOOKS).quantileInMillis(0.99),
                "ms   aim 150");
    }

    /** Some at a time, and all of them: a list that is shorter than it should be would be measured in vain. */
    private void submit(int items, MachineAccounts.Account provider) {
        var api = new PlatformApi(gateway);
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<String>> answers = IntStream.range(0, items)
                    .mapToObj(number -> callers.submit(() -> api.post(provider, "/api/evidence/items", item(number))))
                    .toList();
            for (Future<String> answer : answers) {
                answer.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pack() {
        String ukprn = "99000004";
        var files = new LargeFiles(accounts.ofProvider(ukprn), today);
        files.uploadedPerSecond(direct, PACK_FILES);
        var heap = new Heap(platform, List.of("evidence"));
        long before = heap.liveInMib("evidence");
        String path = "/api/evidence/packs?state=submitted&provider=" + ukprn;
        long[] bytes = new long[1];
        long began = System.nanoTime();
        long most = heap.mostInMibDuring(() -> bytes[0] = files.download(gateway, path)).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
        double seconds = (System.nanoTime() - began) / 1e9;
        print("evidence pack, size", bytes[0] / MB, "MB   aim 2000");
        print("evidence pack, through the gateway", bytes[0] / MB / seconds, "MB/s");
        print("evidence pack, heap beyond what is there at rest", (double) (most - before), "MiB  aim 64");
    }

    private String item(int number) {
        return """
            {"evidence": "%s", "title": "Item %d of a long list", "statement": "One of many.", "voice": "manager",
             "criteria": ["%d.%d"], "periodFrom": "%s", "periodTo": "%s", "reviewDate": "%s"}
            """.formatted(
                        UUID.nameUUIDFromBytes(("long list " + number).getBytes(StandardCharsets.UTF_8)),
                        number,
                        1 + number % 4,
                        1 + number % 5,
                        today.minusMonths(6),
                        today.minusDays(1),
                        today.plusMonths(6));
    }

    private void print(String what, double figure, String unit) {
        out.printf(Locale.ROOT, "%-52s %8.2f %s%n", what, figure, unit);
    }
}
