package org.ncsoversight.evidence.offenders.viewing;

import org.ncsoversight.evidence.offenders.submitting.VerbThatUsesVerb;

/** Breaks a rule on purpose. */
public record VerbThatUsesVerbBack(VerbThatUsesVerb verb) {}
