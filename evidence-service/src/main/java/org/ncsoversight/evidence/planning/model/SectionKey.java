package org.ncsoversight.evidence.planning.model;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ncsoversight.evidence.model.CriterionCode;

/** Names a part of a self-assessment report: overall, element-2 or the code of a criterion. */
public record SectionKey(String value) {

    public static final SectionKey OVERALL = new SectionKey("overall");

    private static final Pattern ELEMENT = Pattern.compile("element-[0-9]{1,2}");

    public SectionKey {
        if (!value.equals("overall") && !ELEMENT.matcher(value).matches() && !CriterionCode.isCode(value)) {
            throw new IllegalArgumentException("not a section of a report");
        }
    }

    public static Optional<SectionKey> of(String text) {
        try {
            return Optional.of(new SectionKey(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public static SectionKey element(int number) {
        return new SectionKey("element-" + number);
    }

    public static SectionKey criterion(CriterionCode code) {
        return new SectionKey(code.value());
    }

    /** Only a criterion has strengths and gaps of its own. */
    public boolean isCriterion() {
        return CriterionCode.isCode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
