package org.ncsoversight.deploy.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A short name for what is in some jars, the same after a build that changed nothing in them. */
final class ContentKey {

    private static final int LENGTH_IN_BYTES = 6;

    private ContentKey() {}

    static String of(List<Path> jars, String circumstances) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(circumstances.getBytes(StandardCharsets.UTF_8));
            for (Path jar : jars.stream().sorted().toList()) {
                digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(contentOf(jar).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, LENGTH_IN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String contentOf(Path file) {
        try {
            if (!file.toString().contains("-SNAPSHOT")) {
                // A released version never changes.
                return "" + Files.size(file);
            }
            try (var jar = new ZipFile(file.toFile())) {
                var content = new StringBuilder();
                jar.stream()
                        .filter(entry -> !entry.isDirectory())
                        .map(ContentKey::line)
                        .sorted()
                        .forEach(content::append);
                return content.toString();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(ZipEntry entry) {
        return entry.getName() + " " + entry.getSize() + " " + entry.getCrc() + "\n";
    }
}
