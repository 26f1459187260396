package org.ncsoversight.evidence.model;

import java.util.Comparator;
import java.util.regex.Pattern;

/** The code of a criterion within its edition, for example 4.3; ordered as in the Standard. */
public record CriterionCode(String value) implements Comparable<CriterionCode> {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,2}\\.[0-9]{1,2}");

    private static final Comparator<CriterionCode> ORDER =
            Comparator.comparingInt((CriterionCode code) -> code.part(0)).thenComparingInt(code -> code.part(1));

    public CriterionCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("not a criterion code");
        }
    }

    public static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }

    private int part(int index) {
        return Integer.parseInt(value.split("\\.", 2)[index]);
    }

    @Override
    public int compareTo(CriterionCode other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value;
    }
}
