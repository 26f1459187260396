package org.ncsoversight.evidence.items.model;

import java.time.Instant;
import org.ncsoversight.evidence.model.Person;

/**
 * An assessor's acceptance of exactly what stood there at the time.
 *
 * @param revision the number of the revision that was accepted
 * @param contentHash the hash of what was accepted, so that a later change shows
 */
public record Approval(int revision, String contentHash, Instant at, Person by) {}
