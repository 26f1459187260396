package org.ncsoversight.evidence.offenders.house.viewing;

import org.ncsoversight.evidence.offenders.house.submitting.VerbThatUsesVerb;

/** Breaks a rule on purpose. */
public record VerbThatUsesVerbBack(VerbThatUsesVerb verb) {}
