package org.ncsoversight.feedback.importing;

import java.time.Clock;
import java.time.Duration;
import org.ncsoversight.feedback.importing.ImportedFile.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes what was committed when a process died, and clears away what was not. */
@Component
class RecoverImports {

    private static final Logger log = LoggerFactory.getLogger(RecoverImports.class);

    private final ImportStore imports;
    private final ApplyImports applyImports;
    private final ImportLimits limits;
    private final Clock clock;

    RecoverImports(ImportStore imports, ApplyImports applyImports, ImportLimits limits, Clock clock) {
        this.imports = imports;
        this.applyImports = applyImports;
        this.limits = limits;
        this.clock = clock;
    }

    /** What somebody alive is applying, here or in another process, is left to them. */
    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT1S")
    void recover() {
        // Whatever its age, and whosever clock it was.
        for (var committed : imports.in(State.COMMITTED, clock.instant().plus(Duration.ofDays(1)))) {
            if (applyImports.apply(committed).state() == State.APPLIED) {
                log.atInfo()
                        .addKeyValue("importId", committed.id().value())
                        .log("Import finished after an interruption");
            }
        }
        for (var writing : imports.in(State.WRITING, clock.instant().minus(limits.abandonedAfter()))) {
            imports.abandon(writing);
            log.atInfo().addKeyValue("importId", writing.id().value()).log("Abandoned import cleared away");
        }
        imports.forgetRefused(clock.instant().minus(limits.refusedKeptFor()));
    }
}
