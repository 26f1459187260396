package org.ncsoversight.evidence.offenders.submitting;

import org.bson.Document;

/** Breaks a rule on purpose. */
public record VerbThatUsesMongo(Document document) {}
