package org.ncsoversight.reporting.offenders;

public class VisibleProviders {}
