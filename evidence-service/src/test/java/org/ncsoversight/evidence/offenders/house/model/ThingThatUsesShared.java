package org.ncsoversight.evidence.offenders.house.model;

import org.ncsoversight.evidence.offenders.shared.SharedThatKnowsAWing;

/** Stands on what breaks a rule. */
public record ThingThatUsesShared(SharedThatKnowsAWing shared) {}
