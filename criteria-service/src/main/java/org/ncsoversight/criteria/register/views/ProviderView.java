package org.ncsoversight.criteria.register.views;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.register.model.NameHistory;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.accreditation.Accreditation;

/** A provider as JSON. */
public record ProviderView(
        String ukprn,
        long version,
        String name,
        String kind,
        @Nullable Accredited accreditation,
        List<Named> names,
        @Nullable Successor succeededBy) {

    /** When it was accredited and what follows. */
    public record Accredited(
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

    /** A name since a day; the first has none. */
    public record Named(String name, @Nullable LocalDate from) {

        static Named of(NameHistory.Entry entry) {
            return new Named(entry.name(), entry.from().orElse(null));
        }
    }

    /** Into which provider it was merged. */
    public record Successor(String ukprn, LocalDate on) {}

    public static ProviderView of(Provider provider) {
        return of(provider, provider.name());
    }

    /** Under the name that it had on a day. */
    public static ProviderView on(LocalDate day, Provider provider) {
        return of(provider, provider.names().on(day));
    }

    private static ProviderView of(Provider provider, String name) {
        return new ProviderView(
                provider.ukprn().value(),
                provider.version(),
                name,
                provider.kind().code(),
                provider.accreditation().map(Accredited::of).orElse(null),
                provider.names().entries().stream().map(Named::of).toList(),
                provider.succeededBy()
                        .map(merger -> new Successor(merger.by().value(), merger.on()))
                        .orElse(null));
    }
}
