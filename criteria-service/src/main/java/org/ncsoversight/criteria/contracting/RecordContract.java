package org.ncsoversight.criteria.contracting;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.ncsoversight.criteria.model.register.Contract;
import org.ncsoversight.criteria.model.register.FieldProblem;
import org.ncsoversight.criteria.model.register.RegisterEvent.ContractRecorded;
import org.ncsoversight.criteria.model.register.TouchpointContracts;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.ncsoversight.criteria.store.ContractStore;
import org.ncsoversight.criteria.store.ProviderStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Enters a contract, or changes its area, end or parties; the same again changes nothing. */
@Component
public class RecordContract {

    /** As typed or sent; an empty {@code to} means that no end is known. */
    public record Command(
            String touchpoint,
            String from,
            String to,
            String area,
            String prime,
            List<String> subcontractors,
            OptionalLong expectedVersion) {}

    /** Every way a recording can end. */
    public sealed interface Result {

        record Created(Contract contract) implements Result {}

        record Changed(Contract contract) implements Result {}

        record Unchanged(Contract contract) implements Result {}

        record Invalid(List<FieldProblem> problems) implements Result {}

        record Overlaps(Contract other) implements Result {}

        record ChangedMeanwhile(long version) implements Result {}
    }

    private static final Logger log = LoggerFactory.getLogger(RecordContract.class);
    private static final int TRIES = 5;

    private final ContractStore contracts;
    private final ContractCheck check;
    private final Clock clock;

    public RecordContract(ContractStore contracts, ProviderStore providers, Clock clock) {
        this.contracts = contracts;
        this.check = new ContractCheck(providers);
        this.clock = clock;
    }

    public Result record(Command command, VisibleProviders visible) {
        return switch (check.check(command, visible)) {
            case ContractCheck.Outcome.Wrong(var problems) -> new Result.Invalid(problems);
            case ContractCheck.Outcome.Fine(var contract) -> write(contract, command.expectedVersion(), visible);
        };
    }

    private Result write(Contract candidate, OptionalLong expectedVersion, VisibleProviders visible) {
        long seen = 0;
        for (int i = 0; i < TRIES; i++) {
            TouchpointContracts kept = contracts.whole(candidate.touchpoint(), visible);
            seen = kept.find(candidate.id()).map(Contract::version).orElse(0L);
            if (expectedVersion.isPresent() && expectedVersion.getAsLong() != seen) {
                return new Result.ChangedMeanwhile(seen);
            }
            if (kept.alreadyHolds(candidate)) {
                return new Result.Unchanged(kept.find(candidate.id()).orElseThrow());
            }
            var overlapping = kept.overlapping(candidate);
            if (overlapping.isPresent()) {
                return new Result.Overlaps(overlapping.get());
            }
            Contract next = kept.next(candidate);
            if (contracts.save(kept.with(next), new ContractRecorded(UUID.randomUUID(), clock.instant(), next))) {
                log.atInfo()
                        .addKeyValue("contract", next.id().value())
                        .addKeyValue("version", next.version())
                        .log("Contract recorded");
                return next.version() == 1 ? new Result.Created(next) : new Result.Changed(next);
            }
        }
        return new Result.ChangedMeanwhile(seen);
    }
}
