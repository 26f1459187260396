package org.ncsoversight.evidence.offenders.attic.model;

import org.ncsoversight.evidence.offenders.upstairs.model.SecondFloor;

/** Breaks no rule by itself. */
public record ThirdFloor(SecondFloor below) {}
