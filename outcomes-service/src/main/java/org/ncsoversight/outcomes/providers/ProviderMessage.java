package org.ncsoversight.outcomes.providers;

import static java.util.Objects.requireNonNull;
import static org.ncsoversight.outbox.FieldLimits.checkVersion;
import static org.ncsoversight.outbox.FieldLimits.checkWord;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Our reading of a provider on ncs.providers.v1. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProviderMessage(String ukprn, Long version, String name) {

    static final String TYPE = "org.ncsoversight.providers.provider.v1";

    ProviderMessage {
        requireNonNull(ukprn, "ukprn");
        checkVersion(version);
        checkWord("name", name);
    }
}
