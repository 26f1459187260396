package org.ncsoversight.feedback.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.feedback.importing.ImportedFile.Counts;
import org.ncsoversight.feedback.importing.ImportedFile.State;
import org.ncsoversight.feedback.model.FeedbackEvent.ResponseRecorded;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.model.ResponseId;
import org.springframework.stereotype.Component;

/**
 * Carries a committed import out.
 *
 * <p>Two may do so at once and each may die anywhere: a response remembers the order of the import that last changed
 * it, so what is done is seen to be done, and an earlier import never overwrites a later one.
 */
@Component
public class ApplyImports {

    private static final int ATTEMPTS = 100;
    /** Longer than a chunk takes; should one take longer, two apply it, and nothing is done twice. */
    private static final Duration HELD_FOR = Duration.ofSeconds(20);

    private final ImportStore imports;
    private final ResponseStore responses;
    private final Clock clock;
    private final UUID process = UUID.randomUUID();

    ApplyImports(ImportStore imports, ResponseStore responses, Clock clock) {
        this.imports = imports;
        this.responses = responses;
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
    private int apply(List<Response> chunk, ImportedFile file) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var stored = responses.find(chunk.stream().map(Response::id).toList());
            var changes = new ArrayList<ResponseRecorded>();
            int recorded = 0;
            for (var response : chunk) {
                var before = stored.get(response.id());
                if (before == null) {
                    changes.add(eventOf(response.withVersion(1), file));
                } else if (before.order() < file.order()) {
                    if (before.response().saysTheSameAs(response)) {
                        continue;
                    }
                    changes.add(eventOf(response.withVersion(before.response().version() + 1), file));
                }
                recorded += response.answers().size();
            }
            if (changes.isEmpty() || responses.write(changes, file.order())) {
                return recorded;
            }
        }
        throw new IllegalStateException("Others kept changing the same responses");
    }

    private static ResponseRecorded eventOf(Response response, ImportedFile file) {
        return new ResponseRecorded(eventIdOf(response.id(), file.id()), file.startedAt(), response);
    }

    /** The same in every attempt. */
    private static UUID eventIdOf(ResponseId response, ImportId file) {
        return UUID.nameUUIDFromBytes((file.value() + "/" + response.value()).getBytes(UTF_8));
    }
}
