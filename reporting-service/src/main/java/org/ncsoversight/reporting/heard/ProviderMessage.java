package org.ncsoversight.reporting.heard;

/** What we need of a provider. */
public record ProviderMessage(String ukprn, long version, String name, String kind) {

    public ProviderMessage {
        Limits.ukprn(ukprn);
        Limits.version(version);
        Limits.text("name", name);
        Limits.code("kind", kind);
    }
}
