package org.ncsoversight.gateway.shell;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** Limits of the page frame and its files. */
@ConfigurationProperties("gateway.shell")
record ShellSettings(DataSize largestPage, Duration assetsKept) {}
