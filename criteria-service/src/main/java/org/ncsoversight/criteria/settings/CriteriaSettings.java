package org.ncsoversight.criteria.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** The limits of this service, checked at start. */
@ConfigurationProperties("criteria")
public record CriteriaSettings(
        DataSize requestLimit,
        DataSize importLimit,
        Duration settleInterval,
        Duration finishImportsInterval,
        Duration answerImportsWithin,
        DeadLetters deadLetters,
        Relay relay) {

    /** How long and how many dead letters are kept, and how often that is looked after. */
    public record DeadLetters(Duration closedKeptFor, int openKept, Duration tidyInterval, Duration workInterval) {

        public DeadLetters {
            if (!closedKeptFor.isPositive()
                    || openKept < 1
                    || !tidyInterval.isPositive()
                    || !workInterval.isPositive()) {
                throw new IllegalArgumentException("criteria.dead-letters needs values above 0");
            }
        }
    }

    /** How the outbox is emptied. */
    public record Relay(int batchSize, Duration pollInterval) {

        public Relay {
            if (batchSize < 1 || !pollInterval.isPositive()) {
                throw new IllegalArgumentException("criteria.relay needs a batch-size and a poll-interval above 0");
            }
        }
    }

    public CriteriaSettings {
        if (requestLimit.toBytes() < 1 || importLimit.toBytes() < requestLimit.toBytes()) {
            throw new IllegalArgumentException(
                    "criteria.request-limit must be above 0 and criteria.import-limit no smaller");
        }
        if (!settleInterval.isPositive() || !finishImportsInterval.isPositive()) {
            throw new IllegalArgumentException(
                    "criteria.settle-interval and criteria.finish-imports-interval must be above 0");
        }
    }
}
