package org.ncsoversight.outcomes.model;

import java.util.UUID;

/** Names one claim on our side; the same for the same claim, however often it is imported. */
public record ClaimId(UUID value) {}
