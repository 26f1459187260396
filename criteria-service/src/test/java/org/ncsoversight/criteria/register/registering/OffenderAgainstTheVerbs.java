package org.ncsoversight.criteria.register.registering;

import org.ncsoversight.criteria.register.contracting.RecordContract;

/** A verb that knows another. */
public record OffenderAgainstTheVerbs(RecordContract other) {}
