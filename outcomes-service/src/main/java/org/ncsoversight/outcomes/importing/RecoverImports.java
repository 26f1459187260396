package org.ncsoversight.outcomes.importing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ncsoversight.outcomes.importing.ImportedFile.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes what was committed when a process died, and clears away what was not. */
@Component
class RecoverImports {

    private static final Logger log = LoggerFactory.getLogger(RecoverImports.class);

    /** Whoever committed a younger one may not have said yet that it applies it. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(20);

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

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        recover(clock.instant());
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    void nowAndThen() {
        recover(clock.instant().minus(LEFT_ALONE));
    }

    private void recover(Instant committedBefore) {
        for (var committed : imports.in(State.COMMITTED, committedBefore)) {
            applyImports
                    .takeOver(committed)
                    .ifPresent(done -> log.atInfo()
                            .addKeyValue("importId", done.id().value())
                            .log("Import finished after an interruption"));
        }
        for (var writing : imports.in(State.WRITING, clock.instant().minus(limits.abandonedAfter()))) {
            imports.abandon(writing);
            log.atInfo().addKeyValue("importId", writing.id().value()).log("Abandoned import cleared away");
        }
        imports.forgetRefused(clock.instant().minus(limits.refusedKeptFor()));
    }
}
