package org.ncsoversight.criteria.register.exchanging;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.pages.DateFields;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.Touchpoint;
import org.ncsoversight.criteria.register.model.Typed;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.tables.Downloads;
import org.ncsoversight.criteria.tables.Table;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list that is on the screen as a file, with the filter written above it; what is exported can be imported. */
@Controller
class ExportRegister {

    private final ProviderStore providers;
    private final ContractStore contracts;
    private final Clock clock;

    ExportRegister(ProviderStore providers, ContractStore contracts, Clock clock) {
        this.providers = providers;
        this.contracts = contracts;
        this.clock = clock;
    }

    @GetMapping({"/providers/export.{ending:csv|xlsx}", "/api/criteria/providers/export.{ending:csv|xlsx}"})
    ResponseEntity<byte[]> providers(
            @PathVariable String ending,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String q,
            Caller caller) {
        Optional<Touchpoint> touchpoint = Touchpoint.parse(area);
        Optional<String> text = text(q);
        Optional<Provider.Kind> sort = Provider.Kind.parse(kind);
        var query = new ProviderStore.Query(
                sort,
                touchpoint.map(known -> contracts
                        .list(
                                new ContractStore.Query(
                                        Optional.empty(),
                                        Optional.of(LocalDate.now(clock)),
                                        Optional.of(known.value()),
                                        Optional.empty(),
                                        ContractStore.MAX_READ),
                                caller.visible())
                        .stream()
                        .map(Contract::parties)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toSet())),
                text,
                Optional.empty(),
                ProviderStore.MAX_READ);
        List<String> about = about(
                sort.map(Provider.Kind::code).map(code -> "kind is " + code),
                touchpoint.map(known -> "area is touchpoint " + known.value()),
                text.map(sought -> "name or UKPRN contains " + sought));
        Table table = ProviderFile.table(providers.list(query, caller.visible()), about);
        return Downloads.of(table, "providers", ending);
    }

    @GetMapping({"/contracts/export.{ending:csv|xlsx}", "/api/criteria/contracts/export.{ending:csv|xlsx}"})
    ResponseEntity<byte[]> contracts(
            @PathVariable String ending,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam Map<String, String> fields,
            Caller caller) {
        Optional<LocalDate> day = Optional.ofNullable(on).or(() -> typedDay(fields));
        Optional<String> text = text(q);
        var query = new ContractStore.Query(Optional.empty(), day, text, Optional.empty(), ContractStore.MAX_READ);
        List<String> about = about(
                day.map(known -> "running on " + known), text.map(sought -> "area or touchpoint contains " + sought));
        Table table = ContractFile.table(contracts.list(query, caller.visible()), about);
        return Downloads.of(table, "contracts", ending);
    }

    private static Optional<LocalDate> typedDay(Map<String, String> fields) {
        String text = DateFields.in(fields, "on").text();
        return new Typed().date("on", "Day", text);
    }

    private static Optional<String> text(String q) {
        return q.isBlank() ? Optional.empty() : Optional.of(q.strip());
    }

    @SafeVarargs
    private final List<String> about(Optional<String>... filters) {
        var parts = new ArrayList<String>();
        for (Optional<String> filter : filters) {
            filter.ifPresent(parts::add);
        }
        return List.of(
                "Filter: " + (parts.isEmpty() ? "none" : String.join("; ", parts)),
                "Exported on: " + LocalDate.now(clock));
    }
}
