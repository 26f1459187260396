package org.ncsoversight.evidence.security;

/** What a role may let somebody do here. */
public enum Capability {
    /** See evidence and download its files. */
    READ,
    /** Prepare for the own organisation: draft, upload, comment, keep registers and threads. */
    DRAFT,
    /** Send evidence for the own organisation. */
    SUBMIT,
    /** Take the own organisation's evidence back. */
    WITHDRAW,
    /** Answer for the own organisation: give work to colleagues, sign, verify, connect systems. */
    LEAD,
    /** Accept evidence or return it. */
    REVIEW,
    /** Ask providers for something, and see who answered. */
    OVERSEE
}
