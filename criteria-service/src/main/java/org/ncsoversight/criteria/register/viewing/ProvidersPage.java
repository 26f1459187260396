package org.ncsoversight.criteria.register.viewing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.Touchpoint;
import org.ncsoversight.criteria.register.model.accreditation.Accreditation;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of providers, with their areas and when their review is due; by kind and area if asked. */
@Controller
class ProvidersPage {

    record Row(String ukprn, String name, String kind, String areas, String reviewDue, boolean merged) {

        static Row of(Provider provider, List<Contract> running, AreaLabels areas, LocalDate today) {
            return new Row(
                    provider.ukprn().value(),
                    provider.name(),
                    provider.kind().label(),
                    running.stream()
                            .filter(contract -> contract.parties().contains(provider.ukprn()))
                            .map(areas::of)
                            .distinct()
                            .collect(Collectors.joining(", ")),
                    provider.accreditation()
                            .map(Accreditation::reviewDue)
                            .map(UkDate::of)
                            .orElse("Not accredited"),
                    provider.mergedBy(today));
        }
    }

    private final RegisterReader register;

    ProvidersPage(RegisterReader register) {
        this.register = register;
    }

    @GetMapping("/providers")
    String list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Caller caller,
            Model model) {
        LocalDate today = register.today();
        List<Contract> running = register.contracts(caller.visible()).stream()
                .filter(contract -> contract.period().includes(today))
                .toList();
        var areas = AreaLabels.of(running, today);
        var query = new ProviderStore.Query(
                Provider.Kind.parse(kind),
                among(area, running),
                q.isBlank() ? Optional.empty() : Optional.of(q.strip()),
                Ukprn.parse(after),
                Cursor.DEFAULT_LIMIT + 1);
        var page = Cursor.page(
                register.providers(query, caller.visible()),
                Cursor.DEFAULT_LIMIT,
                provider -> Row.of(provider, running, areas, today),
                provider -> provider.ukprn().value());
        model.addAttribute("rows", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("after", after);
        model.addAttribute("kind", kind);
        model.addAttribute("q", q.strip());
        model.addAttribute("area", area);
        model.addAttribute("kinds", Provider.Kind.values());
        model.addAttribute("areas", areas.byTouchpoint());
        model.addAttribute("mayEdit", caller.mayEditRegister());
        return "register/viewing/providers";
    }

    private static Optional<Set<Ukprn>> among(String area, List<Contract> running) {
        return Touchpoint.parse(area)
                .map(touchpoint -> running.stream()
                        .filter(contract -> contract.touchpoint().equals(touchpoint))
                        .map(Contract::parties)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toSet()));
    }
}
