package org.ncsoversight.outcomes.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
 * <p>One does so at a time, as long as it says often enough that it lives. Should two do so all the same, or one die
 * anywhere: a claim remembers the orders of the imports that last changed and last confirmed it, so what is done is seen to
 * be done, and an earlier import never overwrites what a later one said.
 */
@Component
public class ApplyImports {

    private static final int ATTEMPTS = 100;

    private final ImportStore imports;
    private final ClaimStore claims;
    private final ImportLimits limits;
    private final Clock clock;

    ApplyImports(ImportStore imports, ClaimStore claims, ImportLimits limits, Clock clock) {
        this.imports = imports;
        this.claims = claims;
        this.limits = limits;
        this.clock = clock;
    }

    /** Answers the import as applied; one that is applied already, or by somebody else just now, is left alone. */
    public ImportedFile apply(ImportedFile committed) {
        var holder = UUID.randomUUID();
        if (committed.state() == State.APPLIED || !hold(committed, holder)) {
            return committed;
        }
        try {
            return apply(committed, holder);
        } finally {
            imports.release(committed.id(), holder);
        }
    }

    private ImportedFile apply(ImportedFile committed, UUID holder) {
        imports.supersede(committed.owner(), committed.touchpoint(), committed.order());
        int recorded = 0;
        for (int number = 0; number < committed.chunks(); number++) {
            var chunk = imports.chunk(committed.id(), number);
            if (chunk.isEmpty() || !hold(committed, holder)) {
                return committed; // Somebody else took over, or has applied all of it.
            }
            recorded += apply(chunk.get(), committed);
            imports.progress(committed.id(), number + 1);
        }
        claims.recount(imports.touched(committed.id()));
        var counts = committed.counts();
        int good = counts.rows() - counts.rejected();
        return imports.applied(committed, new Counts(counts.rows(), recorded, good - recorded, counts.rejected()));
    }

    private boolean hold(ImportedFile committed, UUID holder) {
        var now = clock.instant();
        return imports.hold(committed.id(), holder, now, now.plus(limits.hold()));
    }

    /** Answers how many rows changed something. */
    private int apply(List<Claim> chunk, ImportedFile file) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var stored = claims.find(chunk.stream().map(Claim::id).toList());
            var changes = new ArrayList<ClaimRecorded>();
            var unchanged = new ArrayList<Claim>();
            Set<ProviderMonth> touched = new LinkedHashSet<>();
            int recorded = 0;
            for (var claim : chunk) {
                var before = stored.get(claim.id());
                if (before == null) {
                    changes.add(eventOf(claim.withVersion(1), file));
                } else if (before.confirmed() < file.order()) {
                    if (before.claim().saysTheSameAs(claim)) {
                        unchanged.add(before.claim());
                        continue;
                    }
                    changes.add(eventOf(claim.withVersion(before.claim().version() + 1), file));
                    touched.add(ProviderMonth.of(before.claim()));
                } else if (before.order() < file.order()) {
                    continue; // This import or a later one said the same as what stood.
                }
                touched.add(ProviderMonth.of(claim));
                recorded++;
            }
            if (!touched.isEmpty()) {
                imports.touch(file.id(), touched);
            }
            if (claims.write(changes, file.order()) && claims.confirm(unchanged, file.order())) {
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
