package org.ncsoversight.feedback.model;

import java.util.Arrays;
import java.util.Optional;

/** What a mystery shopper looks at. */
public enum Section {
    ACCESS("access", "Access"),
    TIMELINESS("timeliness", "Timeliness"),
    STAFF("staff", "Staff and professionalism"),
    NEEDS("needs", "Understanding needs"),
    INFORMATION("information", "Accuracy of information"),
    IMPARTIALITY("impartiality", "Impartiality"),
    ACTION_PLAN("action-plan", "Action plan and follow-up"),
    REFERRAL("referral", "Referral"),
    COMPLAINTS("complaints", "Handling of complaints"),
    OVERALL("overall", "Overall impression");

    private final String code;
    private final String title;

    Section(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public static Optional<Section> of(String code) {
        return Arrays.stream(values())
                .filter(section -> section.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }
}
