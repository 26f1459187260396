package org.ncsoversight.criteria.register.contracting;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.ContractEntry;
import org.ncsoversight.criteria.register.model.ContractId;
import org.ncsoversight.criteria.register.model.RegisterEvent.ContractRecorded;
import org.ncsoversight.criteria.register.model.TouchpointContracts;
import org.ncsoversight.criteria.register.model.TypedNames;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.register.store.StoredRegister;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.ncsoversight.criteria.store.LostRaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Enters a contract, or changes its area, end or parties; the same again changes nothing. */
@Component
public class RecordContract {

    /** What is to be kept, and the version it is to replace if that matters. */
    public record Command(ContractEntry entry, OptionalLong expectedVersion) {

        public Command(
                String touchpoint,
                String from,
                String to,
                String area,
                String prime,
                List<String> subcontractors,
                OptionalLong expectedVersion) {
            this(
                    new ContractEntry(
                            touchpoint,
                            from,
                            to,
                            TypedNames.of("area", "Area", area, ""),
                            prime,
                            subcontractors,
                            Optional.empty()),
                    expectedVersion);
        }
    }

    /** Every way a recording can end. */
    public sealed interface Result {

        record Created(Contract contract) implements Result {}

        record Changed(Contract contract) implements Result {}

        record Unchanged(Contract contract) implements Result {}

        record Invalid(List<FieldError> problems) implements Result {}

        record Overlaps(Contract other) implements Result {}

        record ChangedMeanwhile(long version) implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(RecordContract.class);

    private final ContractStore contracts;
    private final ProviderStore providers;
    private final Clock clock;

    public RecordContract(ContractStore contracts, ProviderStore providers, Clock clock) {
        this.contracts = contracts;
        this.providers = providers;
        this.clock = clock;
    }

    public Result record(Command command, VisibleProviders visible) {
        var register = new StoredRegister(providers, contracts, visible);
        return LostRaces.triedAgain(() -> attempt(command, register, visible));
    }

    /** Nothing when somebody else was quicker. */
    private Optional<Result> attempt(Command command, StoredRegister register, VisibleProviders visible) {
        Optional<ContractId> id = command.entry().id();
        Optional<TouchpointContracts> whole = id.map(known -> contracts.whole(known.touchpoint(), visible));
        Optional<Contract> before = whole.flatMap(kept -> kept.find(id.orElseThrow()));
        long seen = before.map(Contract::version).orElse(0L);
        return switch (command.entry().check(register, before)) {
            case ContractEntry.Outcome.Wrong(var problems) -> Optional.of(new Result.Invalid(problems));
            case ContractEntry.Outcome.Fine(var candidate) ->
                command.expectedVersion().isPresent()
                                && command.expectedVersion().getAsLong() != seen
                        ? Optional.of(new Result.ChangedMeanwhile(seen))
                        : write(candidate, whole.orElseThrow());
        };
    }

    private Optional<Result> write(Contract candidate, TouchpointContracts kept) {
        if (kept.alreadyHolds(candidate)) {
            return Optional.of(new Result.Unchanged(kept.find(candidate.id()).orElseThrow()));
        }
        var overlapping = kept.overlapping(candidate);
        if (overlapping.isPresent()) {
            return Optional.of(new Result.Overlaps(overlapping.get()));
        }
        Contract next = kept.next(candidate);
        if (!contracts.save(kept.with(next), new ContractRecorded(UUID.randomUUID(), clock.instant(), next))) {
            return Optional.empty();
        }
        log.atInfo()
                .addKeyValue("contract", next.id().value())
                .addKeyValue("version", next.version())
                .log("Contract recorded");
        return Optional.of(next.version() == 1 ? new Result.Created(next) : new Result.Changed(next));
    }
}
