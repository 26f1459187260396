package org.ncsoversight.criteria.standard.model;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** A number as people write it, like 0.85; Java alone would also read "1d", "0x1p-1" and "NaN". */
public final class Decimal {

    private static final Pattern FORM =
            Pattern.compile("(?=.{1,20}$)-?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE]-?[0-9]{1,2})?");

    private Decimal() {}

    public static OptionalDouble parse(String text) {
        return FORM.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }
}
