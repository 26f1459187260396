package org.ncsoversight.evidence.offenders.house.submitting;

import org.bson.Document;

/** Breaks a rule on purpose. */
public record VerbThatUsesMongo(Document document) {}
