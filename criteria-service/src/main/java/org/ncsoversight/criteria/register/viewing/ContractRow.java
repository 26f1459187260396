package org.ncsoversight.criteria.register.viewing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.register.model.Contract;

/** A contract as a row of a page; a party whose entry the reader may not see is only a number to them. */
record ContractRow(
        String id,
        String touchpoint,
        String area,
        String from,
        String to,
        boolean runningNow,
        Party prime,
        List<Party> subcontractors) {

    record Party(String ukprn, String name, boolean visible) {

        static Party of(Ukprn ukprn, Map<Ukprn, String> names) {
            String name = names.get(ukprn);
            return new Party(ukprn.value(), name == null ? "UKPRN " + ukprn.value() : name, name != null);
        }
    }

    static ContractRow of(Contract contract, Map<Ukprn, String> names, LocalDate day, LocalDate today) {
        return new ContractRow(
                contract.id().value(),
                contract.touchpoint().value(),
                contract.areaOn(day),
                UkDate.of(contract.period().from()),
                contract.period().to().map(UkDate::of).orElse("No end date"),
                contract.period().includes(today),
                Party.of(contract.prime(), names),
                contract.subcontractors().stream()
                        .map(ukprn -> Party.of(ukprn, names))
                        .toList());
    }
}
