package org.ncsoversight.feedback.security;

/** Something a caller may or may not do. */
public enum Capability {
    SEE_FEEDBACK,
    IMPORT_RESPONSES,
    RECORD_SHOPS
}
