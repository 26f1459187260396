package org.ncsoversight.reporting.heard;

/** The names of the topics this service reads; spelt out, for they are promised. */
public final class Topics {

    public static final String STANDARD = "ncs.standard.v1";
    public static final String PROVIDERS = "ncs.providers.v1";
    public static final String EVIDENCE = "ncs.evidence.v1";
    public static final String FEEDBACK = "ncs.feedback.v1";
    public static final String OUTCOMES = "ncs.outcomes.v1";

    private Topics() {}
}
