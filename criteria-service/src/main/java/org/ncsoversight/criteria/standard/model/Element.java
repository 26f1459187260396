package org.ncsoversight.criteria.standard.model;

/** One of the parts into which an edition divides its criteria. */
public record Element(int number, String title, String about) {}
