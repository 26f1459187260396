package org.ncsoversight.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Our part of Keycloak as the jar it wants, also while the build has not packed it yet. */
final class Guard {

    private Guard() {}

    static Path jar() {
        try {
            Path place =
                    Path.of(Class.forName("org.ncsoversight.guard.GuardFactory", false, Guard.class.getClassLoader())
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
            return Files.isDirectory(place) ? packed(place) : place;
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException("keycloak-guard is not on the class path", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path packed(Path classes) throws IOException {
        Path jar = Files.createTempFile("keycloak-guard", ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }
}
