package org.ncsoversight.outcomes.model;

import org.springframework.http.MediaType;

/** Breaks a rule on purpose. */
public record ModelThatKnowsSpring(MediaType type) {}
