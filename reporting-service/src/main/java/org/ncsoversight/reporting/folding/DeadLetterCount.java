package org.ncsoversight.reporting.folding;

/** Counts records that could not be used, by reason. */
@FunctionalInterface
public interface DeadLetterCount {

    void add(String topic, String reason);
}
