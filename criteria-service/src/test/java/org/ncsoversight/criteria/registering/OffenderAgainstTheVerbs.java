package org.ncsoversight.criteria.registering;

import org.ncsoversight.criteria.contracting.RecordContract;

/** A verb that knows another. */
public record OffenderAgainstTheVerbs(RecordContract other) {}
