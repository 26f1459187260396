package org.ncsoversight.outcomes.importing;

import org.ncsoversight.outcomes.viewing.Claims;

/** Breaks a rule on purpose. */
public record ImportsAnotherVerb(Claims claims) {}
