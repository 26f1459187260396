package org.ncsoversight.evidence.offenders.house.submitting;

import org.ncsoversight.evidence.offenders.house.viewing.EdgeThatReadsTokens;

/** Breaks a rule on purpose. */
public record VerbThatUsesVerb(EdgeThatReadsTokens edge) {}
