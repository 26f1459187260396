package org.ncsoversight.reporting.security;

/** What a caller may do here. */
enum Capability {
    /** See the readiness of the providers that are visible to the caller. */
    READ_READINESS,
    /** See how much of every producer was folded. */
    RECONCILE
}
