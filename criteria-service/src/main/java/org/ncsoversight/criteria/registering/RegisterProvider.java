package org.ncsoversight.criteria.registering;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ncsoversight.criteria.model.register.Contract;
import org.ncsoversight.criteria.model.register.FieldProblem;
import org.ncsoversight.criteria.model.register.Provider;
import org.ncsoversight.criteria.model.register.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.model.register.Ukprn;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.ncsoversight.criteria.store.ContractStore;
import org.ncsoversight.criteria.store.ProviderStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Enters a provider under its UKPRN, or gives it another name or kind; the same again changes nothing. */
@Component
public class RegisterProvider {

    /** As typed or sent. */
    public record Command(String ukprn, String name, String kind, OptionalLong expectedVersion) {}

    /** Every way a registration can end. */
    public sealed interface Result {

        record Created(Provider provider) implements Result {}

        record Changed(Provider provider) implements Result {}

        record Unchanged(Provider provider) implements Result {}

        record Invalid(List<FieldProblem> problems) implements Result {}

        record ChangedMeanwhile(long version) implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(RegisterProvider.class);
    private static final int TRIES = 5;
    private static final int MAX_CONTRACTS_READ = 1_000;

    private final ProviderStore providers;
    private final ContractStore contracts;
    private final Clock clock;

    public RegisterProvider(ProviderStore providers, ContractStore contracts, Clock clock) {
        this.providers = providers;
        this.contracts = contracts;
        this.clock = clock;
    }

    public Result register(Command command, VisibleProviders visible) {
        Optional<Ukprn> ukprn = Ukprn.parse(command.ukprn().strip());
        Optional<Provider.Kind> kind = Provider.Kind.parse(command.kind());
        String name = command.name().strip();
        List<FieldProblem> problems = problems(ukprn, name, kind);
        if (!problems.isEmpty()) {
            return new Result.Invalid(problems);
        }
        long seen = 0;
        for (int i = 0; i < TRIES; i++) {
            Optional<Provider> kept = providers.find(ukprn.orElseThrow(), visible);
            seen = kept.map(Provider::version).orElse(0L);
            if (command.expectedVersion().isPresent()
                    && command.expectedVersion().getAsLong() != seen) {
                return new Result.ChangedMeanwhile(seen);
            }
            Optional<Result> result = kept.isEmpty()
                    ? add(Provider.registered(ukprn.orElseThrow(), name, kind.orElseThrow()))
                    : change(kept.get(), kept.get().as(name, kind.orElseThrow()), visible);
            if (result.isPresent()) {
                return result.get();
            }
        }
        return new Result.ChangedMeanwhile(seen);
    }

    private Optional<Result> add(Provider provider) {
        return providers.add(event(provider)) ? Optional.of(new Result.Created(logged(provider))) : Optional.empty();
    }

    private Optional<Result> change(Provider kept, Provider next, VisibleProviders visible) {
        if (kept.name().equals(next.name()) && kept.kind() == next.kind()) {
            return Optional.of(new Result.Unchanged(kept));
        }
        if (next.kind() != Provider.Kind.PRIME && holdsContracts(next.ukprn(), visible)) {
            return Optional.of(new Result.Invalid(List.of(new FieldProblem(
                    "kind", "holds-contracts", "This provider holds contracts, so it must stay a prime contractor"))));
        }
        return providers.replace(event(next)) ? Optional.of(new Result.Changed(logged(next))) : Optional.empty();
    }

    private boolean holdsContracts(Ukprn ukprn, VisibleProviders visible) {
        var query = new ContractStore.Query(Optional.of(ukprn), Optional.empty(), MAX_CONTRACTS_READ);
        return contracts.list(query, visible).stream().map(Contract::prime).anyMatch(ukprn::equals);
    }

    private ProviderRecorded event(Provider provider) {
        return new ProviderRecorded(UUID.randomUUID(), clock.instant(), provider);
    }

    private static Provider logged(Provider provider) {
        log.atInfo()
                .addKeyValue("ukprn", provider.ukprn().value())
                .addKeyValue("version", provider.version())
                .log("Provider registered");
        return provider;
    }

    private static List<FieldProblem> problems(Optional<Ukprn> ukprn, String name, Optional<Provider.Kind> kind) {
        var problems = new ArrayList<FieldProblem>();
        if (ukprn.isEmpty()) {
            problems.add(new FieldProblem("ukprn", "not-a-ukprn", "UKPRN must be 8 digits from 10000000 to 99999999"));
        }
        if (name.isEmpty()) {
            problems.add(new FieldProblem("name", "missing", "Enter the name of the provider"));
        } else if (name.length() > Provider.MAX_NAME_LENGTH) {
            problems.add(new FieldProblem(
                    "name", "too-long", "Name must be " + Provider.MAX_NAME_LENGTH + " characters or fewer"));
        }
        if (kind.isEmpty()) {
            problems.add(new FieldProblem(
                    "kind", "unknown-kind", "Select whether it is a prime contractor (prime) or a subcontractor"));
        }
        return problems;
    }
}
