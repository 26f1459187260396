package org.ncsoversight.reporting.elsewhere;

import org.ncsoversight.reporting.offenders.cycle.Here;

public record There(Here here) {}
