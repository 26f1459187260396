package org.ncsoversight.criteria.viewing;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.model.register.Accreditation;
import org.ncsoversight.criteria.model.register.Provider;
import org.ncsoversight.criteria.model.register.Ukprn;
import org.ncsoversight.criteria.problems.Problems;
import org.ncsoversight.criteria.problems.Versions;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.store.ProviderStore;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Providers as JSON. */
@RestController
@RequestMapping("/api/criteria/providers")
class ProvidersApi {

    record Item(
            String ukprn,
            long version,
            String name,
            String kind,
            @Nullable Accredited accreditation) {

        static Item of(Provider provider) {
            return new Item(
                    provider.ukprn().value(),
                    provider.version(),
                    provider.name(),
                    provider.kind().code(),
                    provider.accreditation().map(Accredited::of).orElse(null));
        }
    }

    record Accredited(
            String edition,
            LocalDate accreditedOn,
            LocalDate followUpCall,
            LocalDate firstCheck,
            LocalDate secondCheck,
            LocalDate bookReviewBy,
            LocalDate reviewDue) {

        static Accredited of(Accreditation accreditation) {
            return new Accredited(
                    accreditation.edition().value(),
                    accreditation.accreditedOn(),
                    accreditation.followUpCall(),
                    accreditation.firstCheck(),
                    accreditation.secondCheck(),
                    accreditation.bookReviewBy(),
                    accreditation.reviewDue());
        }
    }

    private final ProviderStore providers;

    ProvidersApi(ProviderStore providers) {
        this.providers = providers;
    }

    @GetMapping
    Cursor.Page<Item> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        int size = Cursor.limit(limit);
        var query = new ProviderStore.Query(
                Optional.empty(), Optional.empty(), Optional.ofNullable(after).flatMap(Ukprn::parse), size + 1);
        return Cursor.page(
                providers.list(query, caller.visible()),
                size,
                Item::of,
                provider -> provider.ukprn().value());
    }

    @GetMapping("/{ukprn}")
    ResponseEntity<?> one(@PathVariable String ukprn, Caller caller) {
        return Ukprn.parse(ukprn)
                .flatMap(known -> providers.find(known, caller.visible()))
                .<ResponseEntity<?>>map(provider -> ResponseEntity.ok()
                        .eTag(Versions.tag(provider.version()))
                        .body(Item.of(provider)))
                .orElseGet(() -> Problems.notFound("provider " + ukprn));
    }
}
