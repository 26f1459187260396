package org.ncsoversight.criteria.accreditation.accrediting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.accreditation.CycleState;
import org.ncsoversight.criteria.register.model.accreditation.Milestone;
import org.ncsoversight.criteria.register.model.accreditation.Milestone.Standing;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.springframework.stereotype.Component;

/** What is due across the providers that somebody sees, overdue first. */
@Component
class DueDates {

    /** What to list. */
    record Filter(
            Set<Standing> standings,
            Optional<Milestone.Kind> what,
            Optional<Provider.Kind> kind,
            Optional<String> text) {}

    /** One date of one provider. */
    record Due(Provider provider, CycleState state, Milestone milestone, Standing standing) {

        String key() {
            return provider.ukprn().value() + "/" + milestone.kind().code();
        }
    }

    private static final Comparator<Due> MOST_PRESSING_FIRST = Comparator.comparing(Due::standing)
            .thenComparing(due -> due.milestone().on())
            .thenComparing(due -> due.provider().ukprn())
            .thenComparing(due -> due.milestone().kind());

    private final ProviderStore providers;
    private final Clock clock;

    DueDates(ProviderStore providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    List<Due> list(Filter filter, VisibleProviders visible) {
        var query = new ProviderStore.Query(
                filter.kind(), Optional.empty(), filter.text(), Optional.empty(), ProviderStore.MAX_READ);
        LocalDate today = today();
        return providers.list(query, visible).stream()
                .flatMap(provider -> of(provider, today))
                .filter(due -> filter.standings().contains(due.standing()))
                .filter(due -> filter.what().map(due.milestone().kind()::equals).orElse(true))
                .sorted(MOST_PRESSING_FIRST)
                .toList();
    }

    /** The open dates of a provider; whoever was merged or lapsed has no call and no check any more. */
    static Stream<Due> of(Provider provider, LocalDate today) {
        if (provider.mergedBy(today)) {
            return Stream.empty();
        }
        CycleState state = provider.cycle().stateOn(today);
        return provider.cycle().milestones().stream()
                .filter(milestone -> !milestone.done())
                .filter(milestone -> state != CycleState.LAPSED || milestone.kind() == Milestone.Kind.REVIEW_DUE)
                .map(milestone -> new Due(provider, state, milestone, milestone.standingOn(today)));
    }
}
