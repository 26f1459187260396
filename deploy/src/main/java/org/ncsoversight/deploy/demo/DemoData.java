package org.ncsoversight.deploy.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.ncsoversight.deploy.calling.MachineAccounts;
import org.ncsoversight.deploy.calling.PlatformApi;
import org.ncsoversight.deploy.demo.DemoWorld.Contract;

/**
 * Loads the demonstration world through the public APIs and importers; loading it again changes nothing.
 *
 * <p>Register first; the other parts may follow in any order, or at the same time. Each returns when all of it is
 * acknowledged and answers how many entities that made; readiness follows within seconds.
 */
public final class DemoData {

    /** Two years. */
    public static final int MONTHS = 24;

    private static final long SEED = 20_260_401L;
    /** How many parts {@link #load} loads. */
    public static final int PARTS = 6;

    /** Providers whose evidence is sent at the same time. */
    private static final int AT_ONCE = 4;

    private static final int SHOPS_PER_PROVIDER = 4;
    private static final int QUESTIONS_PER_RESPONSE = 3;
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

    private final PlatformApi api;
    private final MachineAccounts accounts;
    private final DemoWorld world;

    /** The world of the complete months before a day; at least two of them. */
    public DemoData(PlatformApi api, MachineAccounts accounts, LocalDate today, int months) {
        this.api = api;
        this.accounts = accounts;
        this.world = DemoWorld.on(today, months, SEED);
    }

    /**
     * A part that is there now.
     *
     * @param number how many parts are there now
     * @param made how many entities it consists of
     */
    public record Loaded(int number, String what, long made, Duration took) {}

    /** Loads every part: the register, then all others at the same time. */
    public void load(Consumer<Loaded> progress) {
        var parts = new AtomicInteger();
        Consumer<Part> load = part -> {
            Instant began = Instant.now();
            long made = part.load().getAsLong();
            synchronized (parts) {
                progress.accept(
                        new Loaded(parts.incrementAndGet(), part.what(), made, Duration.between(began, Instant.now())));
            }
        };
        load.accept(new Part("providers", this::register));
        List<Part> others = List.of(
                new Part("survey responses", this::responses),
                new Part("mystery shops", this::shops),
                new Part("outcome claims", this::claims),
                new Part("evidence items", this::evidence),
                new Part("registers' rows", this::preparation));
        AtOnce.forEach(others.size(), others, load);
    }

    private record Part(String what, LongSupplier load) {}

    /** Providers, their accreditation dates and contracts; answers the number of providers. */
    public long register() {
        return new DemoRegister(api, accounts.of("administrator"), world, SEED).load();
    }

    /** A campaign; registers, a golden thread and an improvement plan of every prime; answers the number of rows. */
    public long preparation() {
        campaign();
        long rows = 0;
        for (DemoWorld.Provider provider : world.providers()) {
            if (provider.prime()) {
                var preparation = new DemoPreparation(provider.ukprn(), world.today(), SEED);
                var account = accounts.ofProvider(provider.ukprn());
                preparation.posts().forEach(post -> api.postUnlessThere(account, post.path(), post.json()));
                rows += preparation.rows();
            }
        }
        return rows;
    }

    /** What a contract manager asks every provider for, until in three weeks. */
    private void campaign() {
        api.postUnlessThere(accounts.of("contract-manager"), "/api/evidence/campaigns", """
            {"campaign": "%s", "title": "Customer Charter in use", "criteria": ["3.1"], "due": "%s", "everyone": true,
             "request": "Send what shows that clients get the charter and that somebody explains it."}
            """.formatted(
                        UUID.nameUUIDFromBytes(("charter campaign " + world.today()).getBytes(StandardCharsets.UTF_8)),
                        world.today().plusDays(21)));
    }

    /** Satisfaction responses, one national file a month; answers the number of responses. */
    public long responses() {
        var manager = accounts.of("contract-manager");
        var files = new DemoFiles(world, SEED);
        long rows = 0;
        for (YearMonth month : world.months()) {
            String csv = files.responses(month);
            api.postCsv(manager, "/api/feedback/imports?mode=all", csv);
            rows += csv.lines().count() - 1;
        }
        return rows / QUESTIONS_PER_RESPONSE;
    }

    /** Mystery shops; answers their number. */
    public long shops() {
        var manager = accounts.of("contract-manager");
        int recorded = 0;
        for (Contract contract : world.contracts()) {
            List<YearMonth> months =
                    world.months().stream().filter(contract::covers).toList();
            List<String> shopped = new ArrayList<>(contract.subcontractors());
            shopped.add(contract.prime());
            for (String ukprn : shopped) {
                for (int i = 0; i < SHOPS_PER_PROVIDER; i++) {
                    api.post(manager, "/api/feedback/shops", shop(contract, ukprn, i, months));
                    recorded++;
                }
            }
        }
        return recorded;
    }

    private String shop(Contract contract, String ukprn, int number, List<YearMonth> months) {
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

    /** Outcome claims, a file for each contract and month; answers the number of claims. */
    public long claims() {
        var manager = accounts.of("contract-manager");
        var files = new DemoFiles(world, SEED);
        long rows = 0;
        for (Contract contract : world.contracts()) {
            for (YearMonth month : world.months()) {
                if (contract.covers(month)) {
                    String csv = files.claims(contract, month);
                    api.postCsv(manager, "/api/outcomes/imports?mode=all&touchpoint=" + contract.touchpoint(), csv);
                    rows += csv.lines().count() - 1;
                }
            }
        }
        return rows;
    }

    /** Evidence items and their reviews; answers the number of items. */
    public long evidence() {
        var assessor = accounts.ofAssessor();
        var submitted = new AtomicInteger();
        AtOnce.forEach(AT_ONCE, world.providers(), provider -> {
            List<DemoEvidence.Item> items = DemoEvidence.of(provider, world.today(), SEED);
            if (!items.isEmpty()) {
                var account = accounts.ofProvider(provider.ukprn());
                items.forEach(item -> send(account, assessor, item));
                submitted.addAndGet(items.size());
            }
        });
        return submitted.get();
    }

    private void send(MachineAccounts.Account provider, MachineAccounts.Account assessor, DemoEvidence.Item item) {
        String json = item.json();
        String file = item.file();
        String answer = file == null
                ? api.post(provider, "/api/evidence/items", json)
                : api.postItem(provider, "/api/evidence/items", json, "summary.txt", file);
        if (!answer.contains("\"submitted\"")) {
            return; // Loaded and reviewed before.
        }
        switch (item.review()) {
            case ACCEPTED -> api.postDecision(assessor, "/api/evidence/items/" + item.id(), answer, "acceptance", "{}");
            case RETURNED ->
                api.postDecision(
                        assessor,
                        "/api/evidence/items/" + item.id(),
                        answer,
                        "return",
                        "{\"reason\": \"Please say which period this covers and who was asked.\"}");
            case NONE -> {
                // Still waits for its review.
            }
        }
    }
}
