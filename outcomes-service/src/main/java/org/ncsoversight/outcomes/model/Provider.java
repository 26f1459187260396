package org.ncsoversight.outcomes.model;

/** An organisation as we know it by name. */
public record Provider(Ukprn ukprn, String name) {}
