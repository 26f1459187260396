package org.ncsoversight.evidence.offenders.upstairs.model;

import org.ncsoversight.evidence.offenders.house.model.Thing;

/** Breaks no rule by itself. */
public record SecondFloor(Thing below) {}
