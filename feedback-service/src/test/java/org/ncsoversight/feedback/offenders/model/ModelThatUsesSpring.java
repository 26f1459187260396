package org.ncsoversight.feedback.offenders.model;

import org.springframework.stereotype.Component;

/** A noun that is wired. */
@Component
public class ModelThatUsesSpring {}
