package org.ncsoversight.evidence.offenders.submitting;

import org.ncsoversight.evidence.offenders.viewing.EdgeThatReadsTokens;

/** Breaks a rule on purpose. */
public record VerbThatUsesVerb(EdgeThatReadsTokens edge) {}
