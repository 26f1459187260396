package org.ncsoversight.criteria.accreditation.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the assessor recommends; which of them there are to choose from depends on the occasion. */
public enum Recommendation {
    ACCREDIT("accredit", "Accredit", true),
    CONDITIONS("conditions", "Not yet: conditions outstanding", true),
    DO_NOT_ACCREDIT("do-not-accredit", "Do not accredit", true),
    SUFFICIENT("sufficient", "Evidence of continuous improvement is sufficient and relevant", false),
    NOT_SUFFICIENT("not-sufficient", "Evidence of continuous improvement is not sufficient or not relevant", false);

    private final String code;
    private final String label;
    private final boolean ofAssessments;

    Recommendation(String code, String label, boolean ofAssessments) {
        this.code = code;
        this.label = label;
        this.ofAssessments = ofAssessments;
    }

    public static Optional<Recommendation> parse(String code) {
        return Arrays.stream(values())
                .filter(recommendation -> recommendation.code.equals(code))
                .findFirst();
    }

    public static List<Recommendation> of(AssessmentType type) {
        return Arrays.stream(values())
                .filter(recommendation -> recommendation.ofAssessments == type.judgesEveryCriterion())
                .toList();
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
