package org.ncsoversight.evidence.offenders.shared;

import org.ncsoversight.evidence.offenders.house.model.Thing;

/** Breaks a rule on purpose. */
public record SharedThatKnowsAWing(Thing thing) {}
