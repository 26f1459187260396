package org.ncsoversight.deploy.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.ncsoversight.deploy.calling.MachineAccounts;
import org.ncsoversight.deploy.calling.PlatformApi;
import org.ncsoversight.deploy.demo.DemoEvidence;

/** From the answer to an acceptance to the changed band, read through the gateway. */
final class ReviewToBand {

    private static final int REVIEWS = 500;
    private static final long LOOK_EVERY_NANOS = 2_000_000;
    private static final long SEED = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final PlatformApi api;
    private final MachineAccounts accounts;
    private final LocalDate today;

    ReviewToBand(PlatformApi api, MachineAccounts accounts, LocalDate today) {
        this.api = api;
        this.accounts = accounts;
        this.today = today;
    }

    Figures measure() {
        var assessor = accounts.ofAssessor();
        var manager = accounts.of("contract-manager");
        List<Long> nanos = new ArrayList<>();
        for (int provider = 1; nanos.size() < REVIEWS; provider++) {
            String ukprn = "990001%02d".formatted(provider);
            for (var criterion : submitAll(ukprn).entrySet()) {
                List<DemoEvidence.Item> items = criterion.getValue();
                for (DemoEvidence.Item item : items.subList(1, items.size())) {
                    accept(assessor, item);
                }
                awaitBand(manager, ukprn, criterion.getKey(), "\"SUBMITTED\"", true);
                accept(assessor, items.getFirst());
                long began = System.nanoTime();
                awaitBand(manager, ukprn, criterion.getKey(), "\"SUBMITTED\"", false);
                nanos.add(System.nanoTime() - began);
            }
        }
        return Figures.of(nanos.subList(0, REVIEWS));
    }

    private Map<String, List<DemoEvidence.Item>> submitAll(String ukprn) {
        var account = accounts.ofProvider(ukprn);
        Map<String, List<DemoEvidence.Item>> byCriterion = new LinkedHashMap<>();
        for (DemoEvidence.Item item : DemoEvidence.complete(ukprn, today, SEED)) {
            api.post(account, "/api/evidence/items", item.json());
            byCriterion
                    .computeIfAbsent(item.criterion(), code -> new ArrayList<>())
                    .add(item);
        }
        return byCriterion;
    }

    private void accept(MachineAccounts.Account assessor, DemoEvidence.Item item) {
        api.postDecision(assessor, "/api/evidence/items/" + item.id(), "acceptance", "{}");
    }

    private void awaitBand(
            MachineAccounts.Account manager, String ukprn, String criterion, String band, boolean wanted) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (bandOf(api.get(manager, "/api/reporting/readiness/" + ukprn), criterion)
                        .equals(band)
                != wanted) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("%s %s is %s %s for %d s"
                        .formatted(ukprn, criterion, wanted ? "not" : "still", band, PATIENCE.toSeconds()));
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    /** The quoted band of a criterion in a provider's readiness. */
    private static String bandOf(String readiness, String criterion) {
        int code = readiness.indexOf("\"code\":\"" + criterion + "\"");
        int band = readiness.indexOf("\"band\":", code);
        int end = readiness.indexOf('"', band + 8);
        return code < 0 ? "" : readiness.substring(band + 7, end + 1);
    }
}
