package org.ncsoversight.reporting.readmodel;

/** Said inside this process when a provider's newer readiness can be read. */
public record ReadinessKept(String ukprn, long version) {}
