package org.ncsoversight.criteria.problems;

import org.ncsoversight.criteria.register.model.Provider;

/** What wings stand on, and yet knows one. */
public record OffenderAgainstTheWings(Provider provider) {}
