package org.ncsoversight.reporting.contract;

import static java.util.Objects.requireNonNull;

/**
 * How many things were folded of one provider, as on ncs.reporting.folded.v1.
 *
 * @param version counts up with everything folded; apart from the version of readiness, which counts only what changed it
 */
public record FoldedMessage(String ukprn, long version, Folded folded) {

    public static final String TOPIC = "ncs.reporting.folded.v1";
    public static final String TYPE = "org.ncsoversight.reporting.folded.v1";

    public FoldedMessage {
        requireNonNull(ukprn, "ukprn");
        requireNonNull(folded, "folded");
    }
}
