package org.ncsoversight.criteria.register.viewing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.ContractId;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.springframework.stereotype.Component;

/** Brings providers and contracts together for the pages, as far as the reader may see them. */
@Component
class RegisterReader {

    static final int MAX_CONTRACTS = 1_000;

    private final ProviderStore providers;
    private final ContractStore contracts;
    private final Clock clock;

    RegisterReader(ProviderStore providers, ContractStore contracts, Clock clock) {
        this.providers = providers;
        this.contracts = contracts;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    List<Contract> contracts(VisibleProviders visible) {
        return contracts.list(new ContractStore.Query(Optional.empty(), Optional.empty(), MAX_CONTRACTS), visible);
    }

    List<Contract> contractsOf(Ukprn party, VisibleProviders visible) {
        return contracts.list(new ContractStore.Query(Optional.of(party), Optional.empty(), MAX_CONTRACTS), visible);
    }

    List<Contract> contracts(ContractStore.Query query, VisibleProviders visible) {
        return contracts.list(query, visible);
    }

    Optional<Contract> contract(ContractId id, VisibleProviders visible) {
        return contracts.find(id, visible);
    }

    List<ContractRow> rows(List<Contract> shown, VisibleProviders visible) {
        return rows(shown, today(), visible);
    }

    /** Areas and providers under the names of a day. */
    List<ContractRow> rows(List<Contract> shown, LocalDate day, VisibleProviders visible) {
        Set<Ukprn> parties = shown.stream()
                .map(Contract::parties)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        Map<Ukprn, String> names = providers
                .list(
                        new ProviderStore.Query(
                                Optional.empty(), Optional.of(parties), Optional.empty(), Math.max(1, parties.size())),
                        visible)
                .stream()
                .collect(Collectors.toMap(
                        Provider::ukprn, provider -> provider.names().on(day)));
        return shown.stream()
                .map(contract -> ContractRow.of(contract, names, day, today()))
                .toList();
    }

    Optional<Provider> provider(String ukprn, VisibleProviders visible) {
        return Ukprn.parse(ukprn).flatMap(known -> providers.find(known, visible));
    }

    List<Provider> providers(ProviderStore.Query query, VisibleProviders visible) {
        return providers.list(query, visible);
    }
}
