package org.ncsoversight.deploy.bench;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ncsoversight.deploy.calling.MachineAccounts;
import org.ncsoversight.deploy.calling.PlatformApi;
import org.ncsoversight.deploy.demo.DemoData;
import org.ncsoversight.deploy.launch.Options;
import org.ncsoversight.deploy.launch.Platform;
import org.ncsoversight.deploy.soak.Soak;

/** Runs every measurement on a platform of its own and prints figures, the processor count and ratios. */
public final class Bench {

    private static final int PORT_OFFSET = 3_000;
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final int ROUNDS = 3;

    private final PrintStream out;
    private final LocalDate today;
    private final Options options;
    private final boolean onlyEvidence;
    private final Attempts attempts;

    private Bench(PrintStream out, LocalDate today, Options options, boolean onlyEvidence) {
        this.onlyEvidence = onlyEvidence;
        this.out = out;
        this.today = today;
        this.options = options;
        this.attempts = new Attempts(out);
    }

    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("ncs.root", "."));
        List<String> words = List.of(arguments);
        if (words.contains("soak")) {
            System.exit(Soak.main(root, words));
        }
        Options options = Options.at(root)
                .withData(root.resolve(".run/bench"))
                .withPortOffset(PORT_OFFSET)
                .with(Options.Demonstration.NO);
        var bench = new Bench(System.out, LocalDate.now(ZoneOffset.UTC), options, words.contains("evidence"));
        bench.run();
        System.exit(bench.attempts.failed() == 0 ? 0 : 1);
    }

    private void run() {
        out.printf(
                Locale.ROOT,
                "processors                                   %8d%n",
                Runtime.getRuntime().availableProcessors());
        attempts.at(
                "start, empty data",
                () -> out.printf(
                        Locale.ROOT,
                        "start, empty data, to all healthy            %8.1f s%n",
                        secondsToStart(options.withFreshData())));
        Platform platform = Platform.prepare(options, line -> {});
        try (platform) {
            platform.train();
            long began = System.nanoTime();
            platform.start();
            out.printf(
                    Locale.ROOT,
                    "start, data there, to all healthy            %8.1f s   aim 25%n",
                    (System.nanoTime() - began) / 1e9);
            memory(platform, "healthy");
            try (var accounts = new MachineAccounts(
                    platform.addresses().keycloakUrl(),
                    "ncs-oversight",
                    platform.secrets().get("KEYCLOAK_ADMIN_PASSWORD"))) {
                measure(platform, accounts);
            }
            memory(platform, "after the load");
        }
    }

    private double secondsToStart(Options with) {
        Platform platform = Platform.prepare(with, line -> {});
        try (platform) {
            platform.train();
            long began = System.nanoTime();
            platform.start();
            return (System.nanoTime() - began) / 1e9;
        }
    }

    /** Whatever one of them does, the others are measured. */
    private void measure(Platform platform, MachineAccounts accounts) {
        var api = new PlatformApi(platform.addresses().publicUrl());
        attempts.at("register", () -> new DemoData(api, accounts, today, 2).register());
        new EvidenceFigures(platform, accounts, today, out, attempts).measure();
        if (onlyEvidence) {
            return;
        }
        attempts.at("accepted review to changed band", () -> reviews(api, accounts));
        attempts.at("outcomes import", () -> imports(platform, accounts, api));
        attempts.at("small reads", () -> reads(platform, accounts));
    }

    private void reviews(PlatformApi api, MachineAccounts accounts) {
        Figures reviews = new ReviewToBand(api, accounts, today).measure();
        out.printf(
                Locale.ROOT, "accepted review to changed band, p50 of 500  %8.0f ms%n", reviews.quantileInMillis(0.5));
        out.printf(
                Locale.ROOT,
                "accepted review to changed band, p99 of 500  %8.0f ms  aim 1000%n",
                reviews.quantileInMillis(0.99));
    }

    private void imports(Platform platform, MachineAccounts accounts, PlatformApi api) {
        var manager = accounts.of("contract-manager");
        ClaimsImport.rowsPerSecond(api, manager, "0000000202", "W", today, ClaimsImport.ROWS / 5);
        double imported = ClaimsImport.rowsPerSecond(api, manager, "0000000202", "B", today, ClaimsImport.ROWS);
        String mongo = platform.addresses().mongo();
        ClaimsImport.plainInsertsPerSecond(mongo, ClaimsImport.ROWS / 5);
        double plain = ClaimsImport.plainInsertsPerSecond(mongo, ClaimsImport.ROWS);
        out.printf(
                Locale.ROOT,
                "outcomes import, %,d rows                 %8.0f rows/s  aim 5000%n",
                ClaimsImport.ROWS,
                imported);
        out.printf(Locale.ROOT, "plain insertMany loop of as many             %8.0f documents/s%n", plain);
        out.printf(
                Locale.ROOT, "import / plain loop                          %8.2f         aim 0.50%n", imported / plain);
    }

    private void reads(Platform platform, MachineAccounts accounts) {
        String path = "/api/criteria/providers/99000001";
        URI throughGateway = platform.addresses().publicUrl().resolve(path);
        URI direct = URI.create(platform.addresses().http("criteria") + path);
        var caller = accounts.of("contract-manager");
        SmallReads.perSecond(direct, caller, ROUND);
        SmallReads.perSecond(throughGateway, caller, ROUND);
        double[] directly = new double[ROUNDS];
        double[] through = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            directly[round] = SmallReads.perSecond(direct, caller, ROUND);
            through[round] = SmallReads.perSecond(throughGateway, caller, ROUND);
        }
        out.printf(
                Locale.ROOT,
                "small read, straight to the service          %8.0f /s   median of %d%n",
                median(directly),
                ROUNDS);
        out.printf(
                Locale.ROOT,
                "small read, through the gateway              %8.0f /s   median of %d%n",
                median(through),
                ROUNDS);
        out.printf(
                Locale.ROOT,
                "gateway / direct                             %8.2f      aim 0.40%n",
                median(through) / median(directly));
    }

    private void memory(Platform platform, String when) {
        List<String> names = platform.names();
        for (String name : names) {
            out.printf(
                    Locale.ROOT, "resident memory, %-27s %8d MiB%n", name + ", " + when, platform.residentInMib(name));
        }
        out.printf(
                Locale.ROOT,
                "resident memory, %-27s %8d MiB  aim 2560%n",
                "all, " + when,
                platform.totalResidentInMib());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
