package org.ncsoversight.outcomes.model;

/** Tells clients apart without naming them; 64 hexadecimal digits. */
public record ClientPseudonym(String value) {}
