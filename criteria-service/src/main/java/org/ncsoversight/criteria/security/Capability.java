package org.ncsoversight.criteria.security;

/** What somebody may do here. */
enum Capability {
    READ_STANDARD,
    READ_DRAFTS,
    EDIT_STANDARD,
    READ_REGISTER,
    EDIT_REGISTER,
    RECORD_CYCLE,
    READ_REPORTS,
    WRITE_REPORTS,
    /** In the service that keeps it; here only what leads there. */
    READ_EVIDENCE,
    /** Of the own provider. */
    KEEP_PEOPLE,
    KEEP_ALL_PEOPLE,
    /** Messages that a service could not read. */
    KEEP_DEAD_LETTERS
}
