package org.ncsoversight.criteria.exchanging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.ncsoversight.criteria.security.Housekeeping;
import org.ncsoversight.criteria.store.RegisterImport;
import org.ncsoversight.criteria.store.RegisterImportStore;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finishes what a crash left half applied, so that a file is in the register whole or not at all: at start, and soon
 * after, so that it does not come over what people have changed since.
 */
@Component
class FinishImports implements ApplicationRunner {

    /** An import younger than this is still being applied by whoever took it. */
    static final Duration LONGEST_IMPORT = Duration.ofMinutes(2);

    private final RegisterImportStore imports;
    private final ImportRegister importRegister;
    private final Housekeeping housekeeping;
    private final Clock clock;

    FinishImports(RegisterImportStore imports, ImportRegister importRegister, Housekeeping housekeeping, Clock clock) {
        this.imports = imports;
        this.importRegister = importRegister;
        this.housekeeping = housekeeping;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        imports.unfinished().forEach(this::finish);
    }

    @Scheduled(
            initialDelayString = "${criteria.finish-imports-interval}",
            fixedDelayString = "${criteria.finish-imports-interval}")
    void finishOld() {
        Instant youngest = clock.instant().minus(LONGEST_IMPORT);
        imports.unfinished().stream()
                .filter(unfinished -> unfinished.at().isBefore(youngest))
                .forEach(this::finish);
    }

    private void finish(RegisterImport unfinished) {
        importRegister.finish(unfinished, housekeeping.everyProvider());
    }
}
