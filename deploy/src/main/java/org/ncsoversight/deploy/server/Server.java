package org.ncsoversight.deploy.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One server as it is to be started. */
public record Server(
        String name, Path folder, List<String> command, Map<String, String> environment, BooleanSupplier ready) {}
