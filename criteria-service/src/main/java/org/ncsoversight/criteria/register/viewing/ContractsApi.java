package org.ncsoversight.criteria.register.viewing;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Versions;
import org.ncsoversight.criteria.register.model.ContractId;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.register.views.ContractView;
import org.ncsoversight.criteria.security.Caller;
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

    private final ContractStore contracts;

    ContractsApi(ContractStore contracts) {
        this.contracts = contracts;
    }

    /** {@code on}: only contracts that run on that day, their areas under the names of that day. */
    @GetMapping
    Cursor.Page<ContractView> list(
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        int size = Cursor.limit(limit);
        var query = new ContractStore.Query(
                Optional.empty(),
                Optional.ofNullable(on),
                Optional.ofNullable(q),
                Optional.ofNullable(after).flatMap(ContractId::parse),
                size + 1);
        return Cursor.page(
                contracts.list(query, caller.visible()),
                size,
                contract -> on == null ? ContractView.of(contract) : ContractView.on(on, contract),
                contract -> contract.id().value());
    }

    @GetMapping("/{touchpoint}/{from}")
    ResponseEntity<?> one(@PathVariable String touchpoint, @PathVariable String from, Caller caller) {
        String id = touchpoint + "/" + from;
        return ContractId.parse(id)
                .flatMap(known -> contracts.find(known, caller.visible()))
                .<ResponseEntity<?>>map(contract -> ResponseEntity.ok()
                        .eTag(Versions.tag(contract.version()))
                        .body(ContractView.of(contract)))
                .orElseGet(() -> Problem.notFound("contract " + id).answer());
    }
}
