package org.ncsoversight.evidence.standard;

/** An edition was heard of, or heard of anew. */
public record EditionHeard(String code) {}
