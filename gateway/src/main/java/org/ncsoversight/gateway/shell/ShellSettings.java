package org.ncsoversight.gateway.shell;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the page frame and its files.
 *
 * @param notice the file of the {@link Notice}; empty when there is none
 */
@ConfigurationProperties("gateway.shell")
record ShellSettings(DataSize largestPage, Duration assetsKept, String notice) {}
