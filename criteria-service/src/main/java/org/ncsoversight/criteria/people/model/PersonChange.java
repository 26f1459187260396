package org.ncsoversight.criteria.people.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.Ukprn;

/**
 * One entry of the record of what was done about people: who did what, when, about whom, and how it ended.
 *
 * @param id grows with time
 * @param request the same for a repeat of the same request, for as long as its key lasts
 * @param about absent while nobody has been made yet
 */
public record PersonChange(
        String id,
        String request,
        Instant at,
        String by,
        Kind kind,
        Optional<PersonId> about,
        String username,
        Optional<Ukprn> organisation,
        String detail,
        Outcome outcome) {

    /** How long an Idempotency-Key names the same request. */
    public static final Duration KEY_LASTS = Duration.ofHours(24);

    /** What was done. */
    public enum Kind {
        INVITED("invited", "Invited"),
        SUSPENDED("suspended", "Suspended"),
        RESTORED("restored", "Restored"),
        ROLE_GIVEN("role-given", "Role given"),
        PASSWORD_GIVEN("password-given", "New one-time password"),
        SIGNED_OUT("signed-out", "Signed out everywhere"),
        SECOND_FACTOR_REMOVED("second-factor-removed", "Second factor removed"),
        REMOVED("removed", "Removed"),
        MACHINE_MADE("machine-made", "Machine account made"),
        MACHINE_SECRET_CHANGED("machine-secret-changed", "Machine account given a new secret"),
        MACHINE_ENDED("machine-ended", "Machine account ended");

        private final String code;
        private final String label;

        Kind(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(value -> value.code.equals(code))
                    .findFirst()
                    .orElseThrow();
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    /** How it ended. */
    public enum Outcome {
        /** Written down before the identity provider was asked; stays so after a crash. */
        BEGUN("begun", "Begun, end not known"),
        DONE("done", "Done"),
        REFUSED("refused", "Refused, nothing changed"),
        /** The identity provider did not answer; it may have done it. Doing it again does no harm. */
        UNCERTAIN("uncertain", "No answer, may have happened");

        private final String code;
        private final String label;

        Outcome(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public static Outcome of(String code) {
            return Arrays.stream(values())
                    .filter(value -> value.code.equals(code))
                    .findFirst()
                    .orElseThrow();
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    /** What must not be changed by two at once: the people of one provider, or one person of none. */
    public String lock() {
        return organisation.map(Ukprn::value).orElseGet(() -> "person " + username);
    }

    public boolean unfinished() {
        return outcome == Outcome.BEGUN || outcome == Outcome.UNCERTAIN;
    }

    /** Whether another change by the same request is a repeat of this one no longer. */
    public boolean isNoRepeat(PersonChange other) {
        return !other.at().isBefore(at.plus(KEY_LASTS));
    }

    /** What makes room for that other change. */
    public String requestOnceOver() {
        return request + "/" + id;
    }
}
