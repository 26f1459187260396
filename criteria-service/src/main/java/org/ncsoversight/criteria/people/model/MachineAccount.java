package org.ncsoversight.criteria.people.model;

import java.time.Instant;
import java.util.Optional;
import org.ncsoversight.criteria.model.Ukprn;

/**
 * An account by which a system of one provider calls the API.
 *
 * @param clientId what the system signs in with
 * @param name what people call the system
 * @param secretSince when its secret was given, the last time
 */
public record MachineAccount(
        String clientId,
        Ukprn organisation,
        String name,
        String madeBy,
        Instant madeAt,
        Optional<Instant> secretSince,
        State state) {

    /** How it stands. */
    public enum State {
        /** Written down before the identity provider was asked; stays so after a crash, and can be ended. */
        BEGUN("begun", "Not finished"),
        ACTIVE("active", "Active"),
        ENDED("ended", "Ended");

        private final String code;
        private final String label;

        State(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public static State of(String code) {
            for (State state : values()) {
                if (state.code.equals(code)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no state of a machine account is called " + code);
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }
    }

    public boolean hasEnded() {
        return state == State.ENDED;
    }

    public MachineAccount withSecretSince(Instant now) {
        return new MachineAccount(clientId, organisation, name, madeBy, madeAt, Optional.of(now), State.ACTIVE);
    }

    public MachineAccount ended() {
        return new MachineAccount(clientId, organisation, name, madeBy, madeAt, secretSince, State.ENDED);
    }
}
