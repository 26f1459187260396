package org.ncsoversight.evidence.together.mail;

import java.time.Instant;

/**
 * One e-mail of plain text.
 *
 * @param id the same whenever the same letter is tried again; letters, digits, dots and dashes only
 */
public record Letter(String id, String to, String subject, String text, Instant at) {}
