package org.ncsoversight.outcomes.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.outcomes.importing.ImportedFile.Counts;
import org.ncsoversight.outcomes.importing.ImportedFile.State;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimEvent.ClaimRecorded;
import org.ncsoversight.outcomes.model.ClaimId;
import org.springframework.stereotype.Component;

/**
 * Carries a committed import out.
 *
 * <p>Two may do so at once and each may die anywhere: a claim remembers the order of the import that last changed
 * it, so what is done is seen to be done, and an earlier import never overwrites a later one.
 */
@Component
public class ApplyImports {

    private static final int ATTEMPTS = 100;
    /** Longer than a chunk takes; should one take longer, two apply it, and nothing is done twice. */
    private static final Duration HELD_FOR = Duration.ofSeconds(20);

    private final ImportStore imports;
    private final ClaimStore claims;
    private final Clock clock;
    private final UUID process = UUID.randomUUID();

    ApplyImports(ImportStore imports, ClaimStore claims, Clock clock) {
        this.imports = imports;
        this.claims = claims;
        this.clock = clock;
    }

    /** The same for an import that another process committed; empty while that one is at it. */
    Optional<ImportedFile> takeOver(ImportedFile committed) {
        return hold(committed) ? Optional.of(apply(committed)) : Optional.empty();
    }

    private boolean hold(ImportedFile committed) {
        Instant now = clock.instant();
        return imports.hold(committed, process, now, now.plus(HELD_FOR));
    }

    /** Answers the import as applied; one that is applied already is left alone. */
    public ImportedFile apply(ImportedFile committed) {
        if (committed.state() == State.APPLIED) {
            return committed;
        }
        int recorded = 0;
        for (int number = 0; number < committed.chunks(); number++) {
            hold(committed);
            var chunk = imports.chunk(committed.id(), number);
            if (chunk.isEmpty()) {
                break; // Somebody else has applied all of it; applied() below answers what they counted.
            }
            recorded += apply(chunk.get(), committed);
        }
        var counts = committed.counts();
        int good = counts.rows() - counts.rejected();
        return imports.applied(committed, new Counts(counts.rows(), recorded, good - recorded, counts.rejected()));
    }

    /** Answers how many rows changed something. */
    private int apply(List<Claim> chunk, ImportedFile file) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var stored = claims.find(chunk.stream().map(Claim::id).toList());
            var changes = new ArrayList<ClaimRecorded>();
            int recorded = 0;
            for (var claim : chunk) {
                var before = stored.get(claim.id());
                if (before == null) {
                    changes.add(eventOf(claim.withVersion(1), file));
                } else if (before.order() < file.order()) {
                    if (before.claim().saysTheSameAs(claim)) {
                        continue;
                    }
                    changes.add(eventOf(claim.withVersion(before.claim().version() + 1), file));
                }
                recorded++;
            }
            if (changes.isEmpty() || claims.write(changes, file.order())) {
                return recorded;
            }
        }
        throw new IllegalStateException("Others kept changing the same claims");
    }

    private static ClaimRecorded eventOf(Claim claim, ImportedFile file) {
        return new ClaimRecorded(eventIdOf(claim.id(), file.id()), file.startedAt(), claim);
    }

    /** The same in every attempt. */
    private static UUID eventIdOf(ClaimId claim, ImportId file) {
        return UUID.nameUUIDFromBytes((file.value() + "/" + claim.value()).getBytes(UTF_8));
    }
}
