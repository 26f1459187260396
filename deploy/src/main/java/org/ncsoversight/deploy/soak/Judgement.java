package org.ncsoversight.deploy.soak;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ncsoversight.deploy.launch.Platform;
import org.ncsoversight.deploy.server.LogFile;

/** What must hold beside the data: quick pages, processes that come back, bounded memory and logs. */
final class Judgement {

    private static final double SLOWEST_PAGE_IN_MILLIS = 1_000;
    /** Resident memory is about the heap and this much more. */
    private static final double BEYOND_THE_HEAP_IN_MIB = 250;

    private static final double STEEPEST_IN_MIB_A_MINUTE = 5;
    /** In less time a process that has just been started is still growing into its heap. */
    private static final double MINUTES_FOR_A_SLOPE = 15;

    private final Platform platform;
    private final Report report;

    Judgement(Platform platform, Report report) {
        this.platform = platform;
        this.report = report;
    }

    void judge(Looks looks, Killing killing, Watching watching, Load load, long liveLines, List<String> said) {
        pages(looks);
        report.some("lines heard from live pages", liveLines);
        killing.away()
                .forEach((name, seconds) -> report.figure(
                        "%s, %d kills, ready again after at most".formatted(name, seconds.size()),
                        seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                        "s"));
        report.line(
                "processes given up",
                said.stream().filter(line -> line.contains("not started again")).count(),
                0);
        report.line(
                "processes that ended by themselves",
                said.stream().filter(line -> line.contains("ended by itself")).count(),
                0);
        load.rounds().forEach((who, rounds) -> report.figure("rounds of " + who, rounds.doubleValue(), ""));
        load.unexpected().forEach((what, times) -> report.line("unexpected: " + what, times.get(), 0));
        memory(watching.memory());
        logs();
    }

    private void pages(Looks looks) {
        List<Looks.Look> quiet = looks.quiet();
        report.some("pages looked at more than 10 s after a kill, of " + looks.all(), quiet.size());
        report.line(
                "of these, pages that did not come",
                quiet.stream().filter(look -> look.status() != 200).count(),
                0);
        missed(looks, quiet);
        report.figure("p50 of all these pages", Looks.quantile(quiet, 0.5) / 1e6, "ms");
        report.atMost("p99 of all these pages", Looks.quantile(quiet, 0.99) / 1e6, SLOWEST_PAGE_IN_MILLIS, "ms");
        var slowest = Looks.slowest(quiet);
        report.atMost("p99 of " + slowest.getKey(), slowest.getValue() / 1e6, SLOWEST_PAGE_IN_MILLIS, "ms");
    }

    /** Which pages did not come, so that somebody can find out why. */
    private void missed(Looks looks, List<Looks.Look> quiet) {
        quiet.stream()
                .filter(look -> look.status() != 200)
                .collect(Collectors.groupingBy(look ->
                        look.page() + (look.status() == 0 ? " without an answer" : " answered " + look.status())))
                .forEach((what, all) -> report.figure(
                        "%s, %d times, after a kill by at most".formatted(what, all.size()),
                        all.stream()
                                .mapToDouble(
                                        look -> looks.secondsAfterAKill(look).orElse(0))
                                .max()
                                .orElse(0),
                        "s"));
    }

    private void memory(Map<String, List<Watching.Sample>> memory) {
        for (String name : platform.names()) {
            List<Watching.Sample> samples = memory.getOrDefault(name, List.of());
            report.atMost(
                    "resident memory of " + name + " at most",
                    (double) Watching.most(samples),
                    (double) platform.heapInMib(name) + BEYOND_THE_HEAP_IN_MIB,
                    "MiB");
            boolean judged = !samples.isEmpty() && samples.getLast().minutes() >= MINUTES_FOR_A_SLOPE;
            String what = "resident memory of " + name + " grew in the second half by";
            if (judged) {
                report.atMost(what, Watching.slope(samples), STEEPEST_IN_MIB_A_MINUTE, "MiB/min");
            } else {
                report.figure(what, Watching.slope(samples), "MiB/min");
            }
        }
    }

    private void logs() {
        for (String name : platform.names()) {
            // A file may grow a little between two looks.
            double aim = 1.1 * LogFile.FILES * LogFile.LARGEST_IN_BYTES / 1e6;
            report.atMost("logs of " + name, Watching.logsInBytes(platform.logs(), name) / 1e6, aim, "MB");
        }
    }
}
