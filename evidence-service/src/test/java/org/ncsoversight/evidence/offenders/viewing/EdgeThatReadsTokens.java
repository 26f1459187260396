package org.ncsoversight.evidence.offenders.viewing;

import org.springframework.security.oauth2.jwt.Jwt;

/** Breaks a rule on purpose. */
public record EdgeThatReadsTokens(Jwt token) {}
