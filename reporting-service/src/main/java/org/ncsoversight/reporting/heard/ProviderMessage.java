package org.ncsoversight.reporting.heard;

import static java.util.Objects.requireNonNull;

/** What we need of a provider. */
public record ProviderMessage(String ukprn, long version, String name, String kind) {

    public ProviderMessage {
        requireNonNull(ukprn, "ukprn");
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
    }
}
