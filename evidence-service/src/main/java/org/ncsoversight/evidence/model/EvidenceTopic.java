package org.ncsoversight.evidence.model;

/** The topic on which this service announces everything, and what it calls itself there. */
public final class EvidenceTopic {

    public static final String NAME = "ncs.evidence.v1";
    public static final String SOURCE = "/evidence-service";

    private EvidenceTopic() {}
}
