package org.ncsoversight.outcomes.viewing;

import org.bson.Document;

/** Breaks a rule on purpose. */
public record ViewingThatKnowsMongo(Document document) {}
