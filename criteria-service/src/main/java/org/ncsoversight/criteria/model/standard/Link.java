package org.ncsoversight.criteria.model.standard;

/** The criterion {@code from} names the criterion {@code to}; not necessarily the other way round. */
public record Link(CriterionCode from, CriterionCode to) {}
