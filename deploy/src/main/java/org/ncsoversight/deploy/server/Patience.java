package org.ncsoversight.deploy.server;

import java.time.Duration;

/**
 * How long a start is waited for: as long as the process makes progress, which is that it writes to its log or works. On
 * a busy machine or with much data that may be long; what takes long is said, what stands still is said and given up.
 */
final class Patience {

    /** What follows from one look at the process. */
    sealed interface Verdict {

        record Wait() implements Verdict {}

        record Say(String what) implements Verdict {}

        record GiveUp(String why) implements Verdict {}
    }

    static final Duration BETWEEN_WORDS = Duration.ofSeconds(30);
    static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(4);
    /** Somebody who writes for so long without being ready writes the same again and again. */
    static final Duration LONGEST_START = Duration.ofMinutes(30);

    private static final Duration WINDOW = Duration.ofSeconds(30);
    /** What an idle JVM uses in that time is far less. */
    private static final Duration WORK_IN_WINDOW = Duration.ofMillis(1_500);

    private static final Verdict WAIT = new Verdict.Wait();

    private long logSize;
    private Duration windowBegan = Duration.ZERO;
    private Duration workAtWindow = Duration.ZERO;
    private Duration progressed = Duration.ZERO;
    private Duration spoke = Duration.ZERO;

    /**
     * Looks once.
     *
     * @param age since the start
     * @param logSize of its log now
     * @param work processor time it has used
     */
    Verdict look(Duration age, long logSize, Duration work) {
        notice(age, logSize, work);
        Duration standstill = age.minus(progressed);
        if (standstill.compareTo(LONGEST_STANDSTILL) >= 0) {
            return new Verdict.GiveUp("has written and worked nothing for " + standstill.toSeconds() + " s");
        }
        if (age.compareTo(LONGEST_START) >= 0) {
            return new Verdict.GiveUp("was not ready after " + age.toMinutes() + " minutes");
        }
        if (age.minus(spoke).compareTo(BETWEEN_WORDS) < 0) {
            return WAIT;
        }
        spoke = age;
        return new Verdict.Say(
                standstill.compareTo(BETWEEN_WORDS) >= 0
                        ? "stands still: nothing written, no work done for " + standstill.toSeconds() + " s"
                        : "still starting after " + age.toSeconds() + " s, and working");
    }

    private void notice(Duration age, long size, Duration work) {
        if (size != logSize) {
            logSize = size;
            progressed = age;
        }
        if (age.minus(windowBegan).compareTo(WINDOW) >= 0) {
            if (work.minus(workAtWindow).compareTo(WORK_IN_WINDOW) >= 0) {
                progressed = age;
            }
            windowBegan = age;
            workAtWindow = work;
        }
    }
}
