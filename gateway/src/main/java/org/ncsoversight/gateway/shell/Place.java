package org.ncsoversight.gateway.shell;

/** Somewhere to go: an entry of the home page, and of the navigation for those who go there often. */
public enum Place {
    YOUR_CRITERIA("Your criteria", "/evidence/home", "The 27 criteria: where each stands and what is next."),
    TASKS("Tasks", "/evidence/tasks", "What was given to you, where you were mentioned, and what is due."),
    EVIDENCE("Evidence", "/evidence", "What has been sent for each criterion, and whether it was accepted."),
    ADD_EVIDENCE("Add evidence", "/evidence/new", "One thing at a time; saved as you go."),
    IMPORT_EVIDENCE(
            "Import evidence", "/evidence/imports/new", "Many items from a spreadsheet, with their files in a ZIP."),
    ASSIGNMENTS("Assignments", "/evidence/assignments", "Who answers for which criterion, and by when."),
    CAMPAIGNS("Campaigns", "/evidence/campaigns", "What many providers were asked for, and who has answered."),
    REGISTERS("Registers", "/evidence/registers", "Aims, partnerships, advisers, resources and service standards."),
    THREADS("Golden threads", "/evidence/threads", "Whether what belongs together is whole, or where it is broken."),
    IMPROVEMENT("Improvement", "/evidence/improvement", "The quality improvement plan: actions, owners, dates."),
    ASSESSMENTS("Self-assessment", "/evidence/assessments", "The self-assessment report, until it is signed."),
    PACKS("Evidence packs", "/evidence/packs", "Everything for an assessor in one file."),
    WEBHOOKS("Webhooks", "/evidence/webhooks", "Where other systems are told what happened to evidence."),
    REVIEWS("Reviews", "/evidence/reviews", "Evidence that waits for your review, oldest first."),
    READINESS("Readiness", "/readiness", "How ready providers are for each criterion, and what is missing."),
    FEEDBACK("Feedback", "/feedback", "Survey responses and mystery shops."),
    OUTCOMES("Outcomes", "/outcomes", "Outcome claims and what they add up to."),
    PROVIDERS("Providers", "/providers", "The register of providers."),
    CONTRACTS("Contracts", "/contracts", "Areas, periods, primes and subcontractors."),
    ACCREDITATION("Accreditation", "/providers/accreditation", "Calls, checks and reviews that are due or overdue."),
    EDITIONS("Editions", "/criteria/editions", "Versions of the Standard: drafts, the one in force, earlier ones."),
    STANDARD("The Standard", "/criteria", "What each criterion asks for."),
    PEOPLE("People", "/people", "Who may sign in, and as what."),
    MESSAGES(
            "Messages that could not be read",
            "/messages",
            "What a service could not read of another: send it again, or set it aside.");

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

    /** Whether the page asked for is this one or below it. */
    boolean holds(String asked) {
        return asked.equals(path) || asked.startsWith(path + "/");
    }

    /** Whether it is of the same section: what belongs to no entry is marked at the first of its section. */
    boolean isNear(String asked) {
        String section = "/" + path.split("/", -1)[1];
        return asked.equals(section) || asked.startsWith(section + "/");
    }
}
