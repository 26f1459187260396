package org.ncsoversight.criteria.standard.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a criterion inside its edition, such as 4.3; ordered as people count, so 4.10 comes after 4.9. */
public record CriterionCode(int element, int number) implements Comparable<CriterionCode> {

    private static final Pattern FORM = Pattern.compile("([1-9])\\.([1-9][0-9]?)");
    private static final Comparator<CriterionCode> ORDER =
            Comparator.comparingInt(CriterionCode::element).thenComparingInt(CriterionCode::number);

    public static Optional<CriterionCode> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new CriterionCode(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    public static CriterionCode of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("Not a criterion code: " + text));
    }

    public String value() {
        return element + "." + number;
    }

    @Override
    public int compareTo(CriterionCode other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value();
    }
}
