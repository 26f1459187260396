package org.ncsoversight.evidence.offenders.model;

import org.springframework.stereotype.Component;

/** Breaks a rule on purpose. */
@Component
public class ModelThatUsesSpring {}
