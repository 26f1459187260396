package org.ncsoversight.outcomes.viewing;

import org.ncsoversight.outcomes.importing.ImportId;

/** Breaks a rule on purpose. */
public record ViewingThatKnowsImports(ImportId id) {}
