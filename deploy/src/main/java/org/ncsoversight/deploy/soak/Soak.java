package org.ncsoversight.deploy.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.ncsoversight.deploy.calling.MachineAccounts;
import org.ncsoversight.deploy.calling.PlatformApi;
import org.ncsoversight.deploy.demo.DemoData;
import org.ncsoversight.deploy.launch.Options;
import org.ncsoversight.deploy.launch.Platform;
import org.ncsoversight.deploy.server.Realm;

/**
 * Mixed load by five roles while a process is killed every 20 seconds and a record that nobody can read comes every
 * minute. Nobody starts anything by hand. In the end nothing is lost and nothing doubled, pages stayed quick, memory and
 * logs bounded.
 */
public final class Soak {

    private static final int PORT_OFFSET = 5_000;
    private static final int MINUTES = 20;
    private static final int MOST_MINUTES = 24 * 60;
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(20);
    private static final Duration BETWEEN_POISON = Duration.ofMinutes(1);
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(5);
    private static final Duration TO_FINISH = Duration.ofMinutes(10);
    /** So that a short soak is poisoned in every way too. */
    private static final int LEAST_POISON = 10;

    private final Platform platform;
    private final Duration time;
    private final LocalDate today;
    private final MachineAccounts accounts;
    private final PlatformApi api;
    private final Ledger ledger = new Ledger();
    private final Looks looks = new Looks();
    private final Load load = new Load();
    private final AtomicLong liveLines = new AtomicLong();
    private final List<String> said;

    private Soak(Platform platform, Duration time, LocalDate today, MachineAccounts accounts, List<String> said) {
        this.platform = platform;
        this.time = time;
        this.today = today;
        this.accounts = accounts;
        this.api = new PlatformApi(platform.addresses().publicUrl());
        this.said = said;
    }

    /** Answers the exit code. */
    public static int main(Path root, List<String> words) {
        int minutes = words.stream()
                .filter(word -> word.matches("\\d{1,4}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(MINUTES);
        if (minutes < 1 || minutes > MOST_MINUTES) {
            System.err.println("bench/run soak takes 1 to " + MOST_MINUTES + " minutes.");
            return 2;
        }
        Options options = Options.at(root)
                .withData(root.resolve(".run/soak"))
                .withPortOffset(PORT_OFFSET)
                // Its people sign in; its data stays where it is.
                .with(Options.Demonstration.YES)
                .withFreshData();
        List<String> said = new CopyOnWriteArrayList<>();
        long began = System.nanoTime();
        Platform platform = Platform.prepare(options, line -> {
            said.add(line);
            System.out.printf("%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, line);
        });
        try (platform) {
            platform.train();
            platform.supervise();
            platform.start();
            try (var accounts = new MachineAccounts(
                    platform.addresses().keycloakUrl(),
                    Realm.NAME,
                    platform.secrets().get("KEYCLOAK_ADMIN_PASSWORD"))) {
                var soak =
                        new Soak(platform, Duration.ofMinutes(minutes), LocalDate.now(ZoneOffset.UTC), accounts, said);
                Report report = soak.run();
                System.out.println("\n" + report);
                return report.kept() ? 0 : 1;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }

    private Report run() throws InterruptedException {
        new DemoData(api, accounts, today, 2).register();
        var watching = new Watching(platform);
        var killing = new Killing(platform, looks);
        var report = new Report();
        try (var poison = new Poison(platform.addresses().kafka())) {
            MachineAtWork machine = peopleAndMachines();
            load.beginAfter("killing", BETWEEN_KILLS, killing::next);
            load.beginAfter("poison", betweenPoison(), poison::next);
            load.begin("watching", BETWEEN_SAMPLES, watching::look);
            if (load.endsWithin(time)) {
                throw new IllegalStateException("interrupted");
            }
            load.end(TO_FINISH);
            report.figure("minutes of load", time.toSeconds() / 60.0, "");
            report.some("processes killed", killing.kills());
            report.some("poison records sent", poison.sent());
            allBack(report);
            machine.finish();
        }
        report.some("acknowledged writes", ledger.writes());
        new Reckoning(api, accounts.of("contract-manager"), ledger, report).reckon();
        new Judgement(platform, report).judge(looks, killing, watching, load, liveLines.get(), said);
        return report;
    }

    /** Answers the one whose last files may be unacknowledged when the load ends. */
    private MachineAtWork peopleAndMachines() {
        var url = platform.addresses().publicUrl();
        var providers = new ProvidersAtWork(ledger, today);
        var lead = new Person("lead", url, looks);
        var assessor = new Person("assessor", url, looks);
        var manager = new Person("manager", url, looks);
        var analyst = new Person("analyst", url, looks);
        var ofProvider = accounts.ofProvider("99000002");
        var ofAssessor = accounts.ofAssessor();
        var machine = new MachineAtWork(api, accounts.of("contract-manager"), ledger, today, "0000000202");

        load.begin(
                "provider by program", Duration.ofMillis(300), () -> providers.byProgram(api, ofProvider, "99000002"));
        load.begin("lead by pages", Duration.ofMillis(500), () -> providers.byPages(lead, "99000001", load));
        var contributor = new Person("contributor", url, looks);
        load.begin("contributor looks", Duration.ofSeconds(1), () -> {
            for (String path :
                    List.of("/evidence/home", "/evidence", "/feedback", "/outcomes", "/readiness/99000001")) {
                contributor.look(path, path);
            }
        });
        load.begin("assessor", Duration.ofMillis(500), () -> {
            assessor.look("/evidence/reviews", "/evidence/reviews");
            ledger.nextToReview().ifPresent(id -> {
                String item = "/api/evidence/items/" + id;
                api.postDecision(ofAssessor, item, "acceptance", "{}");
                // A conflict is an answer too: that of an earlier try.
                if (api.get(ofAssessor, item).contains("\"state\":\"accepted\"")) {
                    ledger.evidenceAccepted(id);
                } else {
                    load.unexpected("assessor: neither accepted nor refused");
                }
            });
        });
        load.begin("contract manager", Duration.ofMillis(500), () -> {
            manager.look("/readiness", "/readiness");
            manager.look("/readiness/99000002", "/readiness/{ukprn}");
            manager.look("/feedback", "/feedback");
            manager.look("/outcomes", "/outcomes");
        });
        load.begin("analyst", Duration.ofSeconds(1), () -> analyst.look("/readiness", "/readiness"));
        load.begin("analyst streaming", Duration.ofSeconds(1), () -> listen(new Person("analyst", url, looks)));
        load.begin("machine, feedback", Duration.ofSeconds(2), machine::responses);
        load.begin("machine, outcomes", Duration.ofSeconds(2), machine::claims);
        return machine;
    }

    /** Until the stream is cut or the load ends. */
    private void listen(Person analyst) throws IOException, InterruptedException {
        if (analyst.look("/readiness", "/readiness").statusCode() != 200) {
            return;
        }
        try (var lines = analyst.listen("/readiness/99000002/changes")) {
            var each = lines.iterator();
            while (!load.ended() && each.hasNext()) {
                each.next();
                liveLines.incrementAndGet();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Every process comes back by itself. */
    private void allBack(Report report) throws InterruptedException {
        long until = System.nanoTime() + TO_FINISH.toNanos();
        List<String> away = platform.names();
        while (!away.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(500);
            away = platform.names().stream()
                    .filter(name -> !platform.ready(name))
                    .toList();
        }
        report.line("processes not ready in the end" + (away.isEmpty() ? "" : " " + away), away.size(), 0);
    }

    private Duration betweenPoison() {
        Duration often = time.dividedBy(LEAST_POISON);
        return often.compareTo(BETWEEN_POISON) < 0 ? often : BETWEEN_POISON;
    }
}
