package org.ncsoversight.evidence.offenders.house.viewing;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Controller;

/** Breaks a rule on purpose. */
@Controller
public record EdgeThatReadsTokens(Jwt token) {}
