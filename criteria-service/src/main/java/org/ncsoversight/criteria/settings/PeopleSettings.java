package org.ncsoversight.criteria.settings;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where people are kept, checked at start. */
@ConfigurationProperties("people")
public record PeopleSettings(Directory directory, InviteBy inviteBy) {

    /** How an invited person comes to a first password. */
    public enum InviteBy {
        PASSWORD,
        EMAIL
    }

    /** The identity provider's own interface for administrators. */
    public record Directory(URI url, String realm, String clientId, String clientSecret, Duration timeout) {

        public Directory {
            if (clientSecret.isBlank() || !timeout.isPositive()) {
                throw new IllegalArgumentException("people.directory needs a client-secret and a timeout above 0");
            }
        }

        // Settings end up in logs.
        @Override
        public String toString() {
            return "Directory[" + url + ", " + realm + ", " + clientId + "]";
        }
    }
}
