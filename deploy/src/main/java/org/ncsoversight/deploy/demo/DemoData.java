package org.ncsoversight.deploy.demo;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.deploy.calling.MachineAccounts;
import org.ncsoversight.deploy.calling.PlatformApi;
import org.ncsoversight.deploy.demo.DemoWorld.Contract;

/** Loads the demonstration world through the public APIs and importers; loading it again changes nothing. */
public final class DemoData {

    private static final long SEED = 20_260_401L;
    /** Providers whose evidence is sent at the same time. */
    private static final int AT_ONCE = 4;

    private static final int SHOPS_PER_PROVIDER = 6;
    private static final List<String> SECTIONS = List.of(
            "access",
            "timeliness",
            "staff",
            "needs",
            "information",
            "impartiality",
            "action-plan",
            "referral",
            "overall");

    private final URI gateway;
    private final URI keycloak;
    private final String realm;
    private final String keycloakAdminPassword;
    private final LocalDate today;
    private final PrintStream progress;

    /**
     * Where to load to.
     *
     * @param keycloak its base address, for example {@code http://localhost:8180}
     * @param today the two years end with the month before this day
     */
    public DemoData(
            URI gateway,
            URI keycloak,
            String realm,
            String keycloakAdminPassword,
            LocalDate today,
            PrintStream progress) {
        this.gateway = gateway;
        this.keycloak = keycloak;
        this.realm = realm;
        this.keycloakAdminPassword = keycloakAdminPassword;
        this.today = today;
        this.progress = progress;
    }

    /** Returns when everything is acknowledged; readiness follows within seconds. */
    public void load() {
        DemoWorld world = DemoWorld.on(today, SEED);
        var api = new PlatformApi(gateway);
        try (var accounts = new MachineAccounts(keycloak, realm, keycloakAdminPassword)) {
            step("register", () -> register(api, accounts.of("administrator"), world));
            var manager = accounts.of("contract-manager");
            step("feedback", () -> feedback(api, manager, world));
            step("mystery shops", () -> shops(api, manager, world));
            step("outcomes", () -> outcomes(api, manager, world));
            step("evidence", () -> evidence(api, accounts, world));
        }
    }

    private void step(String name, Step step) {
        Instant began = Instant.now();
        String done = step.run();
        progress.printf(
                "  demonstration data: %-14s %-52s %5.1f s%n",
                name, done, Duration.between(began, Instant.now()).toMillis() / 1000.0);
    }

    @FunctionalInterface
    private interface Step {
        /** Says what was done. */
        String run();
    }

    private static String register(PlatformApi api, MachineAccounts.Account administrator, DemoWorld world) {
        var random = new Random(SEED);
        for (DemoWorld.Provider provider : world.providers()) {
            String path = "/api/criteria/providers/" + provider.ukprn();
            api.put(
                    administrator,
                    path,
                    "{\"name\": \"%s\", \"kind\": \"%s\"}"
                            .formatted(provider.name(), provider.prime() ? "prime" : "subcontractor"));
            LocalDate accredited = world.today().minusDays(random.nextInt(60, 1090));
            api.put(
                    administrator,
                    path + "/accreditation",
                    "{\"edition\": \"matrix-ncs-4e\", \"accreditedOn\": \"%s\"}".formatted(accredited));
        }
        for (Contract contract : world.contracts()) {
            api.put(
                    administrator,
                    "/api/criteria/contracts/%s/%s".formatted(contract.touchpoint(), contract.from()),
                    "{\"area\": \"%s\", \"to\": %s, \"prime\": \"%s\", \"subcontractors\": %s}"
                            .formatted(
                                    contract.area(),
                                    quoted(contract.to()),
                                    contract.prime(),
                                    quoted(contract.subcontractors())));
        }
        return "%d providers, %d contracts"
                .formatted(world.providers().size(), world.contracts().size());
    }

    private static String feedback(PlatformApi api, MachineAccounts.Account manager, DemoWorld world) {
        var files = new DemoFiles(world, SEED);
        long rows = 0;
        for (YearMonth month : world.months()) {
            String csv = files.responses(month);
            api.postCsv(manager, "/api/feedback/imports?mode=all", csv);
            rows += csv.lines().count() - 1;
        }
        return "%d files, %,d rows".formatted(world.months().size(), rows);
    }

    private static String shops(PlatformApi api, MachineAccounts.Account manager, DemoWorld world) {
        int recorded = 0;
        for (Contract contract : world.contracts()) {
            List<YearMonth> months =
                    world.months().stream().filter(contract::covers).toList();
            List<String> shopped = new ArrayList<>(contract.subcontractors());
            shopped.add(contract.prime());
            for (String ukprn : shopped) {
                for (int i = 0; i < SHOPS_PER_PROVIDER; i++) {
                    api.post(manager, "/api/feedback/shops", shop(world, contract, ukprn, i, months));
                    recorded++;
                }
            }
        }
        return "%,d shops".formatted(recorded);
    }

    private static String shop(DemoWorld world, Contract contract, String ukprn, int number, List<YearMonth> months) {
        String natural = contract.touchpoint() + contract.from() + ukprn + number;
        var random = new Random(SEED + natural.hashCode());
        YearMonth month = months.get(number * months.size() / SHOPS_PER_PROVIDER);
        double level = world.provider(ukprn).satisfaction();
        String sections = SECTIONS.stream()
                .map(section -> "{\"section\": \"%s\", \"score\": %d, \"maxScore\": 10}"
                        .formatted(section, Math.clamp(Math.round(10 * level + random.nextGaussian()), 0, 10)))
                .collect(Collectors.joining(", "));
        return """
            {"shop": "%s", "wave": "%s", "touchpoint": "%s", "subcontractorUkprn": %s, "channel": "%d",
             "scenario": "%s", "shopDate": "%s", "sections": [%s]}
            """.formatted(
                        UUID.nameUUIDFromBytes(natural.getBytes(StandardCharsets.UTF_8)),
                        month,
                        contract.touchpoint(),
                        ukprn.equals(contract.prime()) ? "null" : "\"" + ukprn + "\"",
                        1 + random.nextInt(2),
                        random.nextBoolean() ? "redundancy-50-plus" : "first-job",
                        month.atDay(1 + random.nextInt(28)),
                        sections);
    }

    private static String outcomes(PlatformApi api, MachineAccounts.Account manager, DemoWorld world) {
        var files = new DemoFiles(world, SEED);
        int sent = 0;
        long rows = 0;
        for (Contract contract : world.contracts()) {
            for (YearMonth month : world.months()) {
                if (contract.covers(month)) {
                    String csv = files.claims(contract, month);
                    api.postCsv(manager, "/api/outcomes/imports?mode=all&touchpoint=" + contract.touchpoint(), csv);
                    rows += csv.lines().count() - 1;
                    sent++;
                }
            }
        }
        return "%d files, %,d rows".formatted(sent, rows);
    }

    private String evidence(PlatformApi api, MachineAccounts accounts, DemoWorld world) {
        var assessor = accounts.ofAssessor();
        var submitted = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (DemoWorld.Provider provider : world.providers()) {
                List<DemoEvidence.Item> items = DemoEvidence.of(provider, today, SEED);
                if (!items.isEmpty()) {
                    var account = accounts.ofProvider(provider.ukprn());
                    running.add(threads.submit(() -> items.forEach(item -> {
                        send(api, account, assessor, item);
                        submitted.incrementAndGet();
                    })));
                }
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Loading was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Evidence could not be loaded", e.getCause());
        }
        return "%,d items of %d providers".formatted(submitted.get(), running.size());
    }

    private static void send(
            PlatformApi api,
            MachineAccounts.Account provider,
            MachineAccounts.Account assessor,
            DemoEvidence.Item item) {
        String json = """
            {"evidence": "%s", "title": "%s", "statement": "%s", "voice": "%s", "criteria": %s,
             "periodFrom": "%s", "periodTo": "%s", "reviewDate": "%s"}
            """.formatted(
                        item.id(),
                        item.title(),
                        item.statement(),
                        item.voice(),
                        quoted(item.criteria()),
                        item.periodFrom(),
                        item.periodTo(),
                        item.reviewDate());
        String file = item.file();
        String answer = file == null
                ? api.post(provider, "/api/evidence/items", json)
                : api.postItem(provider, "/api/evidence/items", json, "summary.txt", file);
        if (!answer.contains("\"submitted\"")) {
            return; // Loaded and reviewed before.
        }
        switch (item.review()) {
            case ACCEPTED -> api.post(assessor, "/api/evidence/items/" + item.id() + "/acceptance", "{}");
            case RETURNED ->
                api.post(
                        assessor,
                        "/api/evidence/items/" + item.id() + "/return",
                        "{\"reason\": \"Please say which period this covers and who was asked.\"}");
            case NONE -> {
                // Still waits for its review.
            }
        }
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    private static String quoted(List<String> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", ", "[", "]"));
    }
}
