package org.ncsoversight.evidence.model;

import java.util.regex.Pattern;

/** A provider's UKPRN: eight digits, the first not 0. */
public record ProviderId(String ukprn) {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{7}");

    public ProviderId {
        if (!isUkprn(ukprn)) {
            throw new IllegalArgumentException("not a UKPRN");
        }
    }

    public static boolean isUkprn(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return ukprn;
    }
}
