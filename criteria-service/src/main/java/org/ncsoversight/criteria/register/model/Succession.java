package org.ncsoversight.criteria.register.model;

import java.time.LocalDate;
import org.ncsoversight.criteria.model.Ukprn;

/** Into which provider another was merged, and from which day on. */
public record Succession(Ukprn by, LocalDate on) {}
