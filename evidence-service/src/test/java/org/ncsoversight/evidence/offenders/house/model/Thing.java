package org.ncsoversight.evidence.offenders.house.model;

/** Breaks no rule. */
public record Thing(String name) {}
