package org.ncsoversight.criteria.people.model;

import java.time.Instant;

/** What somebody proves to be themselves with besides the password. */
public record SecondFactor(Kind kind, String label, Instant since) {

    /** Which ways there are. */
    public enum Kind {
        APP("Authenticator app"),
        PASSKEY("Passkey"),
        RECOVERY_CODES("Recovery codes");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
