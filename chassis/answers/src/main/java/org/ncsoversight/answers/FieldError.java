package org.ncsoversight.answers;

/**
 * What is wrong with one field of what somebody sent.
 *
 * @param code stable, for programs
 * @param message in the words of the GOV.UK Design System, for people
 */
public record FieldError(String field, String code, String message) {}
