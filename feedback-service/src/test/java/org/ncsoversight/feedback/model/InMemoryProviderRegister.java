package org.ncsoversight.feedback.model;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The register for tests that need no database. */
public final class InMemoryProviderRegister implements ProviderRegister {

    private record Known<T>(T what, long version) {}

    private final Map<String, Known<Contract>> contracts = new HashMap<>();
    private final Map<Ukprn, Known<Provider>> providers = new HashMap<>();

    /** Area 201: prime 99000001 with subcontractor 99000101; area 202: prime 99000002 with 99000102. */
    public static InMemoryProviderRegister withTwoAreas() {
        var register = new InMemoryProviderRegister();
        fill(register);
        return register;
    }

    /** The same for any register. */
    public static void fill(ProviderRegister register) {
        for (String n : List.of("1", "2")) {
            register.remember(
                    new Contract(
                            new Touchpoint("000000020" + n),
                            LocalDate.parse("2024-10-01"),
                            Optional.of(LocalDate.parse("2028-09-30")),
                            new Ukprn("9900000" + n),
                            Set.of(new Ukprn("9900010" + n))),
                    1);
            register.remember(new Provider(new Ukprn("9900000" + n), "Prime " + n), 1);
            register.remember(new Provider(new Ukprn("9900010" + n), "Subcontractor " + n), 1);
        }
    }

    @Override
    public synchronized void remember(Contract contract, long version) {
        contracts.merge(
                contract.touchpoint() + "/" + contract.from(),
                new Known<>(contract, version),
                (before, now) -> now.version() > before.version() ? now : before);
    }

    @Override
    public synchronized void remember(Provider provider, long version) {
        providers.merge(
                provider.ukprn(),
                new Known<>(provider, version),
                (before, now) -> now.version() > before.version() ? now : before);
    }

    @Override
    public synchronized Contracts contracts() {
        return new Contracts(contracts.values().stream().map(Known::what).toList());
    }

    @Override
    public synchronized Optional<Provider> provider(Ukprn ukprn) {
        return Optional.ofNullable(providers.get(ukprn)).map(Known::what);
    }

    @Override
    public synchronized List<Provider> providers() {
        return new ArrayList<>(providers.values())
                .stream()
                        .map(Known::what)
                        .sorted(comparing(Provider::name).thenComparing(Provider::ukprn))
                        .toList();
    }
}
