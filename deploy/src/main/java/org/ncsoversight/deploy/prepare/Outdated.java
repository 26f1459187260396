package org.ncsoversight.deploy.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.ncsoversight.deploy.server.Prepared;

/** Folders prepared for earlier builds. */
record Outdated(Path folder) {

    /** Deletes them unless a process still runs from them. */
    void deleteExcept(Prepared current) {
        Set<Path> kept = new HashSet<>(current.services().values());
        kept.add(current.libraries());
        kept.add(current.keycloak());
        String commands = ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse("") + " " + workingFolder(process.pid()))
                .collect(Collectors.joining("\n"));
        for (Path other : Folders.in(folder)) {
            if (Files.isDirectory(other) && !kept.contains(other) && !commands.contains(other.toString())) {
                Folders.delete(other);
            }
        }
    }

    private static String workingFolder(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).toString();
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }
}
