package org.ncsoversight.criteria.viewing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.model.register.Contract;
import org.ncsoversight.criteria.model.register.ContractId;
import org.ncsoversight.criteria.model.register.Ukprn;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.problems.Versions;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.store.ContractStore;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contracts as JSON. */
@RestController
@RequestMapping("/api/criteria/contracts")
class ContractsApi {

    record Item(
            String contract,
            long version,
            String touchpoint,
            String area,
            LocalDate from,
            @Nullable LocalDate to,
            String prime,
            List<String> subcontractors) {

        static Item of(Contract contract) {
            return new Item(
                    contract.id().value(),
                    contract.version(),
                    contract.touchpoint().value(),
                    contract.area(),
                    contract.period().from(),
                    contract.period().to().orElse(null),
                    contract.prime().value(),
                    contract.subcontractors().stream().map(Ukprn::value).toList());
        }
    }

    private final ContractStore contracts;

    ContractsApi(ContractStore contracts) {
        this.contracts = contracts;
    }

    @GetMapping
    Cursor.Page<Item> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        int size = Cursor.limit(limit);
        var query = new ContractStore.Query(
                Optional.empty(), Optional.ofNullable(after).flatMap(ContractId::parse), size + 1);
        return Cursor.page(
                contracts.list(query, caller.visible()),
                size,
                Item::of,
                contract -> contract.id().value());
    }

    @GetMapping("/{touchpoint}/{from}")
    ResponseEntity<?> one(@PathVariable String touchpoint, @PathVariable String from, Caller caller) {
        String id = touchpoint + "/" + from;
        return ContractId.parse(id)
                .flatMap(known -> contracts.find(known, caller.visible()))
                .<ResponseEntity<?>>map(contract -> ResponseEntity.ok()
                        .eTag(Versions.tag(contract.version()))
                        .body(Item.of(contract)))
                .orElseGet(() -> Problems.notFound("contract " + id));
    }
}
