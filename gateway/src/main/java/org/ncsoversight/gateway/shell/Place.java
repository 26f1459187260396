package org.ncsoversight.gateway.shell;

/** An entry of the navigation. */
public enum Place {
    READINESS("Readiness", "/readiness", "How ready providers are for each criterion, and what is missing."),
    EVIDENCE("Evidence", "/evidence", "What has been sent for each criterion, and whether it was accepted."),
    REVIEWS("Reviews", "/evidence/reviews", "Evidence that waits for your review, oldest first."),
    FEEDBACK("Feedback", "/feedback", "Survey responses and mystery shops."),
    OUTCOMES("Outcomes", "/outcomes", "Outcome claims and what they add up to."),
    PROVIDERS("Providers", "/providers", "The register of providers."),
    CONTRACTS("Contracts", "/contracts", "Areas, periods, primes and subcontractors."),
    STANDARD("The Standard", "/criteria", "What each criterion asks for.");

    private final String title;
    private final String path;
    private final String purpose;

    Place(String title, String path, String purpose) {
        this.title = title;
        this.path = path;
        this.purpose = purpose;
    }

    public String title() {
        return title;
    }

    public String path() {
        return path;
    }

    /** One sentence for the home page. */
    public String purpose() {
        return purpose;
    }

    /** Whether the page asked for belongs here: anything about evidence is part of an assessor's reviews. */
    boolean holds(String asked) {
        String section = "/" + path.split("/", -1)[1];
        return asked.equals(section) || asked.startsWith(section + "/");
    }
}
