package org.ncsoversight.reporting.offenders.cycle;

import org.ncsoversight.reporting.elsewhere.There;

public record Here(There there) {}
