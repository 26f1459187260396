package org.ncsoversight.feedback.shopping;

/** What is wrong with one field of a form. */
public record FieldFault(String field, String code, String message) {}
