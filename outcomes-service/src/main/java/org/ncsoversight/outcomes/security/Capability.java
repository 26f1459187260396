package org.ncsoversight.outcomes.security;

/** Something a caller may or may not do. */
public enum Capability {
    SEE_CLAIMS,
    IMPORT_CLAIMS
}
