package org.ncsoversight.deploy.soak;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ncsoversight.deploy.calling.MachineAccounts;
import org.ncsoversight.deploy.calling.PlatformApi;

/** Compares what was acknowledged with what its owner has and with what reporting made of it. */
final class Reckoning {

    /** What reporting has folded of all providers. */
    record Folded(long evidence, long responses, long claims) {}

    private static final Pattern ITEM = Pattern.compile(
            "\"evidence\":\"([0-9a-f-]{36})\",\"version\":[0-9]+,\"provider\":\"[0-9]+\",\"state\":\"([a-z-]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final Pattern CLAIMS = Pattern.compile("\"claims\":([0-9]+)");
    /** As long as it goes on it is waited for. */
    private static final Duration STANDSTILL = Duration.ofMinutes(3);

    private final PlatformApi api;
    private final MachineAccounts.Account manager;
    private final Ledger ledger;
    private final Report report;

    Reckoning(PlatformApi api, MachineAccounts.Account manager, Ledger ledger, Report report) {
        this.api = api;
        this.manager = manager;
        this.ledger = ledger;
        this.report = report;
    }

    void reckon() throws InterruptedException {
        long items = evidence();
        long claims = claims();
        long responses = responses();
        reporting(new Folded(items, responses, claims));
    }

    /** Every acknowledged item is at its owner once, accepted if that was acknowledged, and nothing that nobody sent. */
    private long evidence() {
        Map<String, Integer> times = new HashMap<>();
        Set<String> accepted = new HashSet<>();
        for (String ukprn : new HashSet<>(ledger.acknowledged().values())) {
            String after = "";
            do {
                String page = api.get(manager, "/api/evidence/items?provider=" + ukprn + "&limit=200" + after);
                Matcher item = ITEM.matcher(page);
                while (item.find()) {
                    times.merge(item.group(1), 1, Integer::sum);
                    if (item.group(2).equals("accepted")) {
                        accepted.add(item.group(1));
                    }
                }
                Matcher next = NEXT.matcher(page);
                after = next.find() ? "&after=" + next.group(1) : "";
            } while (!after.isEmpty());
        }
        Set<String> acknowledged = ledger.acknowledged().keySet();
        report.line("evidence acknowledged and not at its owner", missing(acknowledged, times.keySet()), 0);
        report.line("acceptances acknowledged and not there", missing(ledger.accepted(), accepted), 0);
        report.line(
                "evidence there twice",
                times.values().stream().filter(n -> n > 1).count(),
                0);
        report.line("evidence there that nobody sent", missing(times.keySet(), ledger.sent()), 0);
        return times.size();
    }

    private long claims() {
        long sent = Ledger.entities(ledger.claims());
        long there = sum(CLAIMS, api.get(manager, "/api/outcomes/summary"));
        report.line("claims acknowledged and not at their owner", Math.max(0, sent - there), 0);
        report.line("claims there beyond those sent", Math.max(0, there - sent), 0);
        return there;
    }

    /** The owner counts answers per month only; that each file is there shows when it is sent again. */
    private long responses() {
        List<Ledger.File> files = ledger.responses();
        long anew = files.stream()
                .filter(file -> !MachineAtWork.job(api.postCsv(manager, file.path(), file.csv()))
                        .equals(file.job()))
                .count();
        report.line("files of responses that their owner did not know again", anew, 0);
        return Ledger.entities(files);
    }

    private void reporting(Folded expected) throws InterruptedException {
        long began = System.nanoTime();
        Folded seen = folded();
        long moved = System.nanoTime();
        while (!seen.equals(expected) && System.nanoTime() - moved < STANDSTILL.toNanos()) {
            Thread.sleep(1_000);
            Folded now = folded();
            if (!now.equals(seen)) {
                moved = System.nanoTime();
            }
            seen = now;
        }
        report.figure("reporting had caught up after the load", (System.nanoTime() - began) / 1e9, "s");
        report.line("evidence folded differs from what is at its owner by", seen.evidence() - expected.evidence(), 0);
        report.line("responses folded differ by", seen.responses() - expected.responses(), 0);
        report.line("claims folded differ by", seen.claims() - expected.claims(), 0);
    }

    private Folded folded() {
        String all = api.get(manager, "/api/reporting/reconciliation?limit=200");
        return new Folded(
                sum(Pattern.compile("\"evidence\":([0-9]+)"), all),
                sum(Pattern.compile("\"responses\":([0-9]+)"), all),
                sum(CLAIMS, all));
    }

    private static long missing(Collection<String> wanted, Set<String> there) {
        return wanted.stream().filter(one -> !there.contains(one)).count();
    }

    private static long sum(Pattern figure, String json) {
        return figure.matcher(json)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
