package org.ncsoversight.reporting.offenders.viewing;

import com.mongodb.ConnectionString;

public record KnowsMongo(ConnectionString address) {}
