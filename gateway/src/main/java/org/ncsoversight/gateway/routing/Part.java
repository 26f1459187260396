package org.ncsoversight.gateway.routing;

import java.util.List;
import java.util.Locale;

/** The parts of the platform behind the gateway, and the paths each of them answers. */
public enum Part {
    CRITERIA("The Standard and the register of providers"),
    EVIDENCE("Evidence"),
    FEEDBACK("Feedback"),
    OUTCOMES("Outcomes"),
    REPORTING("Readiness");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    public String api() {
        return "/api/" + name().toLowerCase(Locale.ROOT);
    }

    /** Those whose API has a document. */
    public static List<Part> documented() {
        return List.of(FEEDBACK, OUTCOMES, REPORTING);
    }

    /** Where the document of its API is, for everybody. */
    public String document() {
        return api() + "/openapi.json";
    }

    /** The path prefixes of its pages. */
    public List<String> pages() {
        return switch (this) {
            case CRITERIA -> List.of("/criteria", "/providers", "/contracts", "/people", "/messages");
            case EVIDENCE -> List.of("/evidence");
            case FEEDBACK -> List.of("/feedback");
            case OUTCOMES -> List.of("/outcomes");
            case REPORTING -> List.of("/readiness");
        };
    }
}
