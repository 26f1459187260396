package org.ncsoversight.criteria.accreditation.model;

import java.util.Arrays;
import java.util.Optional;

/** On which occasion somebody looked. */
public enum AssessmentType {
    INITIAL("initial", "Initial assessment", true),
    REVIEW("review", "Accreditation review", true),
    CHECK_12("cic-12", "12-month continuous improvement check", false),
    CHECK_24("cic-24", "24-month continuous improvement check", false);

    private final String code;
    private final String label;
    private final boolean judgesEveryCriterion;

    AssessmentType(String code, String label, boolean judgesEveryCriterion) {
        this.code = code;
        this.label = label;
        this.judgesEveryCriterion = judgesEveryCriterion;
    }

    public static Optional<AssessmentType> parse(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public boolean judgesEveryCriterion() {
        return judgesEveryCriterion;
    }
}
