package org.ncsoversight.criteria.model;

/** What is wrong with one field of what was sent: a stable code for programs, a sentence for people. */
public record FieldProblem(String field, String code, String message) {}
