package org.ncsoversight.criteria.register.exchanging;

import org.ncsoversight.criteria.register.store.RegisterImport;
import org.ncsoversight.criteria.register.store.RegisterImportStore;
import org.ncsoversight.criteria.security.Housekeeping;
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

    private final RegisterImportStore imports;
    private final ImportRegister importRegister;
    private final Housekeeping housekeeping;

    FinishImports(RegisterImportStore imports, ImportRegister importRegister, Housekeeping housekeeping) {
        this.imports = imports;
        this.importRegister = importRegister;
        this.housekeeping = housekeeping;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        finishAll();
    }

    @Scheduled(
            initialDelayString = "${criteria.finish-imports-interval}",
            fixedDelayString = "${criteria.finish-imports-interval}")
    void finishAll() {
        // What somebody alive is applying, here or in another process, is left to them.
        imports.unfinished().forEach(this::finish);
    }

    private void finish(RegisterImport unfinished) {
        importRegister.finish(unfinished, housekeeping.everyProvider());
    }
}
