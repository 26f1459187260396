package org.ncsoversight.feedback.model;

import java.util.UUID;

/** Names one mystery shop. */
public record ShopId(UUID value) {}
