package org.ncsoversight.reporting.offenders.readiness;

import org.springframework.stereotype.Component;

@Component
public class KnowsSpring {}
