package org.ncsoversight.gateway.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a person is to the platform, and where that leads them. */
enum Role {
    PROVIDER_LEAD("Provider lead"),
    PROVIDER_CONTRIBUTOR("Provider contributor"),
    PROVIDER_SYSTEM("Provider system"),
    ASSESSOR("Assessor"),
    CONTRACT_MANAGER("Contract manager"),
    ANALYST("Analyst"),
    ADMINISTRATOR("Administrator");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    List<Place> places() {
        return switch (this) {
            case PROVIDER_LEAD, PROVIDER_CONTRIBUTOR, PROVIDER_SYSTEM ->
                List.of(Place.READINESS, Place.EVIDENCE, Place.FEEDBACK, Place.OUTCOMES, Place.STANDARD);
            case ASSESSOR -> List.of(Place.REVIEWS, Place.READINESS, Place.STANDARD);
            case CONTRACT_MANAGER ->
                List.of(
                        Place.READINESS,
                        Place.PROVIDERS,
                        Place.CONTRACTS,
                        Place.EVIDENCE,
                        Place.FEEDBACK,
                        Place.OUTCOMES,
                        Place.STANDARD);
            case ANALYST -> List.of(Place.READINESS, Place.STANDARD);
            case ADMINISTRATOR -> List.of(Place.PROVIDERS, Place.CONTRACTS, Place.STANDARD);
        };
    }

    static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().replace('_', '-').equalsIgnoreCase(name))
                .findFirst();
    }
}
