package org.ncsoversight.criteria.standard.model;

/** The criterion {@code from} names the criterion {@code to}; not necessarily the other way round. */
public record Link(CriterionCode from, CriterionCode to) {}
