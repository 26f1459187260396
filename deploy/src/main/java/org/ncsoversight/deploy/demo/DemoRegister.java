package org.ncsoversight.deploy.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.deploy.calling.MachineAccounts;
import org.ncsoversight.deploy.calling.PlatformApi;
import org.ncsoversight.deploy.demo.DemoWorld.Contract;

/** The register of the demonstration world: providers, their accreditation dates and contracts. */
final class DemoRegister {

    private static final int AT_ONCE = 4;

    private final PlatformApi api;
    private final MachineAccounts.Account administrator;
    private final DemoWorld world;
    private final long seed;

    DemoRegister(PlatformApi api, MachineAccounts.Account administrator, DemoWorld world, long seed) {
        this.api = api;
        this.administrator = administrator;
        this.world = world;
        this.seed = seed;
    }

    /** Answers the number of providers. */
    long load() {
        var random = new Random(seed);
        List<Entry> entries = world.providers().stream()
                .map(provider ->
                        new Entry(provider, world.today().minusDays(random.nextInt(60, 1090)), random.nextInt(8) == 0))
                .toList();
        AtOnce.forEach(AT_ONCE, entries, this::provider);
        AtOnce.forEach(AT_ONCE, world.contracts(), this::contract);
        return world.providers().size();
    }

    /** A provider with the day it was accredited, and whether its latest check is late. */
    private record Entry(DemoWorld.Provider provider, LocalDate accredited, boolean late) {}

    private void provider(Entry entry) {
        DemoWorld.Provider provider = entry.provider();
        String path = "/api/criteria/providers/" + provider.ukprn();
        api.put(
                administrator,
                path,
                "{\"name\": \"%s\", \"kind\": \"%s\"}"
                        .formatted(provider.name(), provider.prime() ? "prime" : "subcontractor"));
        api.put(
                administrator,
                path + "/accreditation",
                "{\"edition\": \"matrix-ncs-4e\", \"accreditedOn\": \"%s\"}".formatted(entry.accredited()));
        checks(path + "/steps", entry.accredited(), entry.late());
    }

    private void contract(Contract contract) {
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

    /** The calls and checks that took place; one who is late has not had the latest. */
    private void checks(String path, LocalDate accredited, boolean late) {
        Map<String, LocalDate> due = new LinkedHashMap<>();
        due.put("call-done", accredited.plusMonths(3));
        due.put("first-check-done", accredited.plusMonths(12));
        due.put("second-check-done", accredited.plusMonths(24));
        due.values().removeIf(day -> !day.isBefore(world.today().minusDays(late ? 120 : 0)));
        due.forEach((kind, day) ->
                api.post(administrator, path, "{\"kind\": \"%s\", \"on\": \"%s\"}".formatted(kind, day)));
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    private static String quoted(List<String> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", ", "[", "]"));
    }
}
