package org.ncsoversight.evidence.offenders.roof.model;

import org.ncsoversight.evidence.offenders.attic.model.ThirdFloor;

/** Breaks a rule on purpose. */
public record FourthFloor(ThirdFloor below) {}
