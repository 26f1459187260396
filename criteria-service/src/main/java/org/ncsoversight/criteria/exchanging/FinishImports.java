package org.ncsoversight.criteria.exchanging;

import org.ncsoversight.criteria.security.Housekeeping;
import org.ncsoversight.criteria.store.RegisterImport;
import org.ncsoversight.criteria.store.RegisterImportStore;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Finishes at start what a crash left half applied, so that a file is in the register whole or not at all. */
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
        for (RegisterImport unfinished : imports.unfinished()) {
            importRegister.finish(unfinished, housekeeping.everyProvider());
        }
    }
}
