package org.ncsoversight.criteria.pages;

/** One field as it stands, shown to somebody whose form somebody else overtook. */
public record Standing(String label, String value) {}
