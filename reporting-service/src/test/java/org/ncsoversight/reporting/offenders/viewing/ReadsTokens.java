package org.ncsoversight.reporting.offenders.viewing;

import org.springframework.security.oauth2.jwt.Jwt;

/** Breaks a rule on purpose. */
public record ReadsTokens(Jwt token) {}
