package org.ncsoversight.gateway.shell;

import static org.ncsoversight.gateway.shell.Place.ACCREDITATION;
import static org.ncsoversight.gateway.shell.Place.ADD_EVIDENCE;
import static org.ncsoversight.gateway.shell.Place.ASSESSMENTS;
import static org.ncsoversight.gateway.shell.Place.ASSIGNMENTS;
import static org.ncsoversight.gateway.shell.Place.CAMPAIGNS;
import static org.ncsoversight.gateway.shell.Place.CONTRACTS;
import static org.ncsoversight.gateway.shell.Place.EDITIONS;
import static org.ncsoversight.gateway.shell.Place.EVIDENCE;
import static org.ncsoversight.gateway.shell.Place.FEEDBACK;
import static org.ncsoversight.gateway.shell.Place.IMPORT_EVIDENCE;
import static org.ncsoversight.gateway.shell.Place.IMPROVEMENT;
import static org.ncsoversight.gateway.shell.Place.MESSAGES;
import static org.ncsoversight.gateway.shell.Place.OUTCOMES;
import static org.ncsoversight.gateway.shell.Place.PACKS;
import static org.ncsoversight.gateway.shell.Place.PEOPLE;
import static org.ncsoversight.gateway.shell.Place.PROVIDERS;
import static org.ncsoversight.gateway.shell.Place.READINESS;
import static org.ncsoversight.gateway.shell.Place.REGISTERS;
import static org.ncsoversight.gateway.shell.Place.REVIEWS;
import static org.ncsoversight.gateway.shell.Place.STANDARD;
import static org.ncsoversight.gateway.shell.Place.TASKS;
import static org.ncsoversight.gateway.shell.Place.THREADS;
import static org.ncsoversight.gateway.shell.Place.WEBHOOKS;
import static org.ncsoversight.gateway.shell.Place.YOUR_CRITERIA;

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

    private static final String PREPARING = "Preparing";
    private static final String ASSESSING = "Assessing yourselves";
    private static final String PREPARED = "What providers keep";
    private static final String STANDING = "How it stands";
    private static final String KEEPING = "The Standard, the register and people";

    private final String title;

    Role(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Where they go most, few enough for one line; the first is where they come to after signing in. */
    List<Place> menu() {
        return switch (this) {
            case PROVIDER_LEAD, PROVIDER_CONTRIBUTOR, PROVIDER_SYSTEM ->
                List.of(YOUR_CRITERIA, TASKS, EVIDENCE, THREADS, IMPROVEMENT, READINESS);
            case ASSESSOR -> List.of(REVIEWS, READINESS, PROVIDERS, ACCREDITATION, STANDARD);
            case CONTRACT_MANAGER -> List.of(READINESS, CAMPAIGNS, PROVIDERS, CONTRACTS, ACCREDITATION, FEEDBACK);
            case ANALYST -> List.of(READINESS, STANDARD);
            case ADMINISTRATOR -> List.of(EDITIONS, PROVIDERS, CONTRACTS, ACCREDITATION, PEOPLE, STANDARD);
        };
    }

    /** Everywhere they can go. */
    List<PlaceGroup> groups() {
        return switch (this) {
            case PROVIDER_LEAD ->
                List.of(
                        new PlaceGroup(PREPARING, List.of(YOUR_CRITERIA, TASKS, ASSIGNMENTS, CAMPAIGNS)),
                        new PlaceGroup(
                                EVIDENCE.title(), List.of(EVIDENCE, ADD_EVIDENCE, IMPORT_EVIDENCE, REGISTERS, THREADS)),
                        new PlaceGroup(ASSESSING, List.of(IMPROVEMENT, ASSESSMENTS, PACKS)),
                        new PlaceGroup(STANDING, List.of(READINESS, FEEDBACK, OUTCOMES)),
                        new PlaceGroup(KEEPING, List.of(PEOPLE, PROVIDERS, CONTRACTS, WEBHOOKS, STANDARD)));
            case PROVIDER_CONTRIBUTOR, PROVIDER_SYSTEM ->
                List.of(
                        new PlaceGroup(PREPARING, List.of(YOUR_CRITERIA, TASKS, CAMPAIGNS)),
                        new PlaceGroup(
                                EVIDENCE.title(), List.of(EVIDENCE, ADD_EVIDENCE, IMPORT_EVIDENCE, REGISTERS, THREADS)),
                        new PlaceGroup(ASSESSING, List.of(IMPROVEMENT, ASSESSMENTS, PACKS)),
                        new PlaceGroup(STANDING, List.of(READINESS, FEEDBACK, OUTCOMES)),
                        new PlaceGroup(KEEPING, List.of(PROVIDERS, CONTRACTS, STANDARD)));
            case ASSESSOR ->
                List.of(
                        new PlaceGroup(EVIDENCE.title(), List.of(REVIEWS, EVIDENCE, PACKS)),
                        new PlaceGroup(PREPARED, List.of(REGISTERS, THREADS, IMPROVEMENT, ASSESSMENTS)),
                        new PlaceGroup(STANDING, List.of(READINESS)),
                        new PlaceGroup(KEEPING, List.of(PROVIDERS, ACCREDITATION, STANDARD)));
            case CONTRACT_MANAGER ->
                List.of(
                        new PlaceGroup(STANDING, List.of(READINESS, FEEDBACK, OUTCOMES)),
                        new PlaceGroup(EVIDENCE.title(), List.of(EVIDENCE, CAMPAIGNS, PACKS)),
                        new PlaceGroup(PREPARED, List.of(REGISTERS, THREADS, IMPROVEMENT, ASSESSMENTS)),
                        new PlaceGroup(KEEPING, List.of(PROVIDERS, CONTRACTS, ACCREDITATION, STANDARD)));
            case ANALYST ->
                List.of(new PlaceGroup(STANDING, List.of(READINESS)), new PlaceGroup(KEEPING, List.of(STANDARD)));
            case ADMINISTRATOR ->
                List.of(new PlaceGroup(
                        KEEPING, List.of(PEOPLE, PROVIDERS, CONTRACTS, ACCREDITATION, EDITIONS, STANDARD, MESSAGES)));
        };
    }

    static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().replace('_', '-').equalsIgnoreCase(name))
                .findFirst();
    }
}
