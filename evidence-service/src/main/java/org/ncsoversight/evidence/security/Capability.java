package org.ncsoversight.evidence.security;

/** What a role may let somebody do here. */
public enum Capability {
    /** See evidence and download its files. */
    READ,
    /** Send evidence for the own organisation. */
    SUBMIT,
    /** Take the own organisation's evidence back. */
    WITHDRAW,
    /** Accept evidence or return it. */
    REVIEW
}
