package org.ncsoversight.criteria.register.viewing;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.answers.Versions;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.register.views.ProviderView;
import org.ncsoversight.criteria.security.Caller;
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

    private final ProviderStore providers;

    ProvidersApi(ProviderStore providers) {
        this.providers = providers;
    }

    /** {@code on}: under the names of that day. */
    @GetMapping
    Cursor.Page<ProviderView> list(
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        int size = Cursor.limit(limit);
        var query = new ProviderStore.Query(
                Optional.ofNullable(kind).flatMap(Provider.Kind::parse),
                Optional.empty(),
                Optional.ofNullable(q),
                Optional.ofNullable(after).flatMap(Ukprn::parse),
                size + 1);
        return Cursor.page(
                providers.list(query, caller.visible()),
                size,
                provider -> view(provider, on),
                provider -> provider.ukprn().value());
    }

    @GetMapping("/{ukprn}")
    ResponseEntity<?> one(
            @PathVariable String ukprn, @RequestParam(required = false) @Nullable LocalDate on, Caller caller) {
        return Ukprn.parse(ukprn)
                .flatMap(known -> providers.find(known, caller.visible()))
                .<ResponseEntity<?>>map(provider -> ResponseEntity.ok()
                        .eTag(Versions.tag(provider.version()))
                        .body(view(provider, on)))
                .orElseGet(() -> Problem.notFound("provider " + ukprn).answer());
    }

    private static ProviderView view(Provider provider, @Nullable LocalDate on) {
        return on == null ? ProviderView.of(provider) : ProviderView.on(on, provider);
    }
}
