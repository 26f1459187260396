package org.ncsoversight.reporting.heard;

import java.util.List;

/** The names of the topics this service reads; spelt out, for they are promised. */
public final class Topics {

    public static final String STANDARD = "ncs.standard.v1";
    public static final String PROVIDERS = "ncs.providers.v1";
    public static final String EVIDENCE = "ncs.evidence.v1";
    public static final String FEEDBACK = "ncs.feedback.v1";
    public static final String OUTCOMES = "ncs.outcomes.v1";

    /** Records that could not be used once and that an administrator lets this service read again. */
    public static final String REPLAYS = "ncs.reporting.replays.v1";

    /** Where a record can have been heard first. */
    public static final List<String> FROM_PRODUCERS = List.of(STANDARD, PROVIDERS, EVIDENCE, FEEDBACK, OUTCOMES);

    private Topics() {}
}
