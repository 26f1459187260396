package org.ncsoversight.outcomes.viewing;

import org.springframework.security.oauth2.jwt.Jwt;

/** Breaks a rule on purpose. */
public record ViewingThatReadsTokens(Jwt token) {}
