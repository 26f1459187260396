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
            checks(path + "/steps", accredited, random.nextInt(8) == 0);
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
        return world.providers().size();
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
