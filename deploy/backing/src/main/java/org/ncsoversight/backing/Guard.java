package org.ncsoversight.backing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Our part of Keycloak as the jar it wants, also while the build has not packed it yet. */
final class Guard {

    private static final String ENTRY = "/META-INF/services/org.keycloak.services.managers.BruteForceProtectorFactory";

    private Guard() {}

    static Path jar() {
        try {
            // Its classes cannot be loaded here: what they extend is inside Keycloak alone.
            URL entry = requireNonNull(Guard.class.getResource(ENTRY), "keycloak-guard is not on the class path");
            return entry.openConnection() instanceof JarURLConnection inJar
                    ? Path.of(inJar.getJarFileURL().toURI())
                    : packed(Path.of(entry.toURI()).resolve("../../..").normalize());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
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
