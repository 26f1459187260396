package org.ncsoversight.criteria.register.registering;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.ProviderEntry;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.register.model.TypedNames;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.register.store.StoredRegister;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.ncsoversight.criteria.store.LostRaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Enters a provider under its UKPRN, renames it, or merges it into another; the same again changes nothing. */
@Component
public class RegisterProvider {

    /** What is to be kept, and the version it is to replace if that matters. */
    public record Command(ProviderEntry entry, OptionalLong expectedVersion) {

        public Command(String ukprn, String name, String kind, OptionalLong expectedVersion) {
            this(ProviderEntry.of(ukprn, name, "", kind), expectedVersion);
        }
    }

    /** Every way a registration can end. */
    public sealed interface Result {

        record Created(Provider provider) implements Result {}

        record Changed(Provider provider) implements Result {}

        record Unchanged(Provider provider) implements Result {}

        record Invalid(List<FieldError> problems) implements Result {}

        record ChangedMeanwhile(long version) implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(RegisterProvider.class);

    private final ProviderStore providers;
    private final ContractStore contracts;
    private final Clock clock;

    public RegisterProvider(ProviderStore providers, ContractStore contracts, Clock clock) {
        this.providers = providers;
        this.contracts = contracts;
        this.clock = clock;
    }

    public Result register(Command command, VisibleProviders visible) {
        var register = new StoredRegister(providers, contracts, visible);
        return LostRaces.triedAgain(() -> attempt(command, register));
    }

    /** Nothing when somebody else was quicker. */
    private Optional<Result> attempt(Command command, StoredRegister register) {
        long seen = Ukprn.parse(command.entry().ukprn().strip())
                .flatMap(register::provider)
                .map(Provider::version)
                .orElse(0L);
        if (command.expectedVersion().isPresent() && command.expectedVersion().getAsLong() != seen) {
            return Optional.of(new Result.ChangedMeanwhile(seen));
        }
        return switch (command.entry().check(register, LocalDate.now(clock))) {
            case ProviderEntry.Outcome.Wrong(var problems) -> Optional.of(new Result.Invalid(problems));
            case ProviderEntry.Outcome.Same(var kept) -> Optional.of(new Result.Unchanged(kept));
            case ProviderEntry.Outcome.New(var provider) -> add(provider);
            case ProviderEntry.Outcome.Changed(var next) -> replace(next);
        };
    }

    /** Into which provider this one was merged and when; both empty undoes what was recorded. Nothing for no provider. */
    public Optional<Result> merge(
            String ukprn,
            ProviderEntry.TypedSuccession merger,
            OptionalLong expectedVersion,
            VisibleProviders visible) {
        return LostRaces.triedAgain(() -> {
            Optional<Result> result = mergeOnce(ukprn, merger, expectedVersion, visible);
            boolean lost = expectedVersion.isEmpty()
                    && result.filter(Result.ChangedMeanwhile.class::isInstance).isPresent();
            return lost ? Optional.empty() : Optional.of(result);
        });
    }

    private Optional<Result> mergeOnce(
            String ukprn,
            ProviderEntry.TypedSuccession merger,
            OptionalLong expectedVersion,
            VisibleProviders visible) {
        return Ukprn.parse(ukprn)
                .flatMap(known -> providers.find(known, visible))
                .map(kept -> register(
                        new Command(
                                new ProviderEntry(
                                        ukprn,
                                        TypedNames.of("name", "Name", kept.name(), ""),
                                        kept.kind().code(),
                                        Optional.of(merger)),
                                // The name that was read here is written again.
                                expectedVersion.isPresent() ? expectedVersion : OptionalLong.of(kept.version())),
                        visible));
    }

    private Optional<Result> add(Provider provider) {
        return providers.add(event(provider)) ? Optional.of(new Result.Created(logged(provider))) : Optional.empty();
    }

    private Optional<Result> replace(Provider next) {
        return providers.replace(event(next)) ? Optional.of(new Result.Changed(logged(next))) : Optional.empty();
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
}
