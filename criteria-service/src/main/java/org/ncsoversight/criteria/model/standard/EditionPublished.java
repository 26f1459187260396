package org.ncsoversight.criteria.model.standard;

import java.time.Instant;
import java.util.UUID;

/** An edition became known, or known differently, and stands like this now. */
public record EditionPublished(UUID eventId, Instant recordedAt, Edition edition) {}
