package org.ncsoversight.criteria.security;

/** Whoever sent the request, as far as editions of the Standard go. */
public record StandardUser(boolean mayReadDrafts, boolean mayEdit) {}
