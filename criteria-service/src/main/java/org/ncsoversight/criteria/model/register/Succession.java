package org.ncsoversight.criteria.model.register;

import java.time.LocalDate;

/** Into which provider another was merged, and from which day on. */
public record Succession(Ukprn by, LocalDate on) {}
