package org.ncsoversight.evidence.criteria;

import static java.util.Objects.requireNonNull;
import static org.ncsoversight.outbox.FieldLimits.checkVersion;
import static org.ncsoversight.outbox.FieldLimits.checkWord;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.standard.KnownProviders;

/** Our reading of a provider on ncs.providers.v1. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProviderMessage(String ukprn, Long version, String name) {

    static final String TYPE = "org.ncsoversight.providers.provider.v1";

    ProviderMessage {
        requireNonNull(ukprn, "ukprn");
        checkVersion(version);
        checkWord("name", name);
    }

    KnownProviders.Provider toProvider() {
        return new KnownProviders.Provider(new ProviderId(ukprn), version, name);
    }
}
